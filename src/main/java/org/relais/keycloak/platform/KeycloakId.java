package org.relais.keycloak.platform;

import java.util.Optional;

/** An id as a caller wrote it. */
public final class KeycloakId {

    private static final String OF_STORAGE = "f:";

    private KeycloakId() {}

    /** The id if Keycloak can look it up: it fails on a broken id of a user storage ({@code f:<storage>:<id>}). */
    public static Optional<String> of(String text) {
        boolean broken = text.startsWith(OF_STORAGE) && text.indexOf(':', OF_STORAGE.length()) < 0;
        return broken ? Optional.empty() : Optional.of(text);
    }
}
