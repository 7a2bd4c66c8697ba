package org.relais.keycloak.platform;

import org.keycloak.models.ClientModel;

/** The name of an application for people to read. */
public final class ClientName {

    private ClientName() {}

    /** The client's name, or its client id where it has no name or one that only Keycloak's own messages translate. */
    public static String of(ClientModel client) {
        String name = client.getName();
        return name == null || name.isBlank() || name.startsWith("${") ? client.getClientId() : name;
    }
}
