package org.relais.keycloak.delivery.moodle;

import java.util.Locale;
import org.relais.keycloak.delivery.target.RemoteAccount;

/** The username of an account in Moodle. It must be the one that the sign-in sends. */
enum UsernamePolicy {
    /** The user's id in Keycloak, the claim {@code sub}: it stays when name and email address change. */
    ID {
        @Override
        String usernameOf(RemoteAccount account) {
            return account.id().toLowerCase(Locale.ROOT);
        }
    },
    /** The username in Keycloak, in lower case as Moodle requires. */
    USERNAME {
        @Override
        String usernameOf(RemoteAccount account) {
            return account.username().toLowerCase(Locale.ROOT);
        }
    };

    abstract String usernameOf(RemoteAccount account);
}
