package org.relais.keycloak.server;

import java.util.List;

/** The heap of a server. */
public enum Memory {
    /** Beside browsers, databases and Maven: no more than is needed. */
    SMALL("-Xms64m", "-Xmx768m"),
    /** What Keycloak's image takes of a container with 2 GB: half of it, and 70 percent at most. */
    OF_A_CONTAINER("-Xms1g", "-Xmx1400m");

    private final List<String> options;

    Memory(String... options) {
        this.options = List.of(options);
    }

    List<String> options() {
        return options;
    }
}
