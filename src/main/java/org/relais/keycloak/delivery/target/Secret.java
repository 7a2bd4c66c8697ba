package org.relais.keycloak.delivery.target;

import org.keycloak.models.KeycloakSession;
import org.keycloak.vault.VaultStringSecret;

/** The secret of a component: its value, or a reference to the vault of the session's realm, {@code ${vault.key}}. */
public final class Secret {

    private Secret() {}

    /**
     * Without the blanks around it, such as the line's end of a file.
     *
     * @throws TargetUnavailable if the vault has no such entry
     */
    public static String of(KeycloakSession session, String value) {
        try (VaultStringSecret secret = session.vault().getStringSecret(value)) {
            return secret.get().map(String::strip).orElseThrow(() -> new TargetUnavailable(DeliveryError.SECRET));
        }
    }
}
