package org.relais.keycloak.delivery.webhook;

import org.relais.keycloak.delivery.target.RemoteAccount;

/** Personal data that a webhook may send, if its settings say so. Otherwise it sends the user's id only. */
enum PersonalField {
    USERNAME("username") {
        @Override
        String of(RemoteAccount account) {
            return account.username();
        }
    },
    EMAIL("email") {
        @Override
        String of(RemoteAccount account) {
            return account.email();
        }
    },
    FIRST_NAME("firstName") {
        @Override
        String of(RemoteAccount account) {
            return account.firstName();
        }
    },
    LAST_NAME("lastName") {
        @Override
        String of(RemoteAccount account) {
            return account.lastName();
        }
    };

    private final String key;

    PersonalField(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    abstract String of(RemoteAccount account);
}
