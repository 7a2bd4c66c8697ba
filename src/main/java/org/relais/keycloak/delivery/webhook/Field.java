package org.relais.keycloak.delivery.webhook;

import org.relais.keycloak.delivery.Account;

/** Personal data that a webhook may tell, if its settings say so. Without any it tells the user's id only. */
enum Field {
    USERNAME("username") {
        @Override
        String of(Account account) {
            return account.username();
        }
    },
    EMAIL("email") {
        @Override
        String of(Account account) {
            return account.email();
        }
    },
    FIRST_NAME("firstName") {
        @Override
        String of(Account account) {
            return account.firstName();
        }
    },
    LAST_NAME("lastName") {
        @Override
        String of(Account account) {
            return account.lastName();
        }
    };

    private final String key;

    Field(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    abstract String of(Account account);
}
