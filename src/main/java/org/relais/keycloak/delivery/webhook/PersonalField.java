package org.relais.keycloak.delivery.webhook;

import java.util.function.Function;
import org.relais.keycloak.delivery.target.RemoteAccount;

/** Personal data that a webhook may send, if its settings say so. Otherwise it sends the user's id only. */
enum PersonalField {
    USERNAME("username", RemoteAccount::username),
    EMAIL("email", RemoteAccount::email),
    FIRST_NAME("firstName", RemoteAccount::firstName),
    LAST_NAME("lastName", RemoteAccount::lastName);

    private final String key;
    private final Function<RemoteAccount, String> value;

    PersonalField(String key, Function<RemoteAccount, String> value) {
        this.key = key;
        this.value = value;
    }

    String key() {
        return key;
    }

    String of(RemoteAccount account) {
        return value.apply(account);
    }
}
