package org.relais.keycloak.server;

import java.nio.file.Files;
import java.nio.file.Path;

/** The places of this build; Maven gives them as system properties. */
public final class Project {

    private Project() {}

    public static Path target() {
        return Path.of(property("relais.target"));
    }

    public static Path jar() {
        return existing("relais.jar");
    }

    public static Path serverDist() {
        return existing("relais.dist");
    }

    public static Path docker() {
        return existing("relais.docker");
    }

    private static Path existing(String name) {
        Path path = Path.of(property(name));
        if (!Files.exists(path)) {
            throw new IllegalStateException("%s is missing (property %s): run it through Maven".formatted(path, name));
        }
        return path;
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("The system property %s is missing: run it through Maven".formatted(name));
        }
        return value;
    }
}
