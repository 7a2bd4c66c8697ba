package org.relais.keycloak.delivery;

import org.keycloak.models.KeycloakSession;
import org.keycloak.vault.VaultStringSecret;

/** A secret of a component: itself, or a reference to the vault of the realm, {@code ${vault.key}}. */
public final class Secret {

    private Secret() {}

    public static String of(KeycloakSession session, String value) {
        try (VaultStringSecret secret = session.vault().getStringSecret(value)) {
            return secret.get().orElse(value);
        }
    }
}
