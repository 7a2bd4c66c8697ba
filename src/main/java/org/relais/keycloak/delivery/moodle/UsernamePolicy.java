package org.relais.keycloak.delivery.moodle;

import java.util.Locale;
import org.relais.keycloak.delivery.target.RemoteAccount;

/** What an account is called in Moodle: it must be what the sign-in says of the person. */
enum UsernamePolicy {
    /** The user's id in Keycloak, the claim {@code sub}: it stays when name and mail address change. */
    ID {
        @Override
        String usernameOf(RemoteAccount account) {
            return account.id().toLowerCase(Locale.ROOT);
        }
    },
    /** The user's identifier in Keycloak, in lower case as Moodle asks. */
    USERNAME {
        @Override
        String usernameOf(RemoteAccount account) {
            return account.username().toLowerCase(Locale.ROOT);
        }
    };

    abstract String usernameOf(RemoteAccount account);
}
