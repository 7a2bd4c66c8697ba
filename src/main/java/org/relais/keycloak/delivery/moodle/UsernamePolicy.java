package org.relais.keycloak.delivery.moodle;

import java.util.Locale;
import java.util.function.Function;
import org.relais.keycloak.delivery.target.RemoteAccount;

/** The username of an account in Moodle. It must be the one that the sign-in sends. */
enum UsernamePolicy {
    /** The user's id in Keycloak, the claim {@code sub}: it stays when name and email address change. */
    ID(RemoteAccount::id),
    /** The username in Keycloak, in lower case as Moodle requires. */
    USERNAME(RemoteAccount::username);

    private final Function<RemoteAccount, String> name;

    UsernamePolicy(Function<RemoteAccount, String> name) {
        this.name = name;
    }

    String usernameOf(RemoteAccount account) {
        return name.apply(account).toLowerCase(Locale.ROOT);
    }
}
