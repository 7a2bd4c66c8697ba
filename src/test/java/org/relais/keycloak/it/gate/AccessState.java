package org.relais.keycloak.it.gate;

import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.GrantToGive.aGrant;

import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.TestRealm;

/** How somebody stands to the group that opens an application, and whether the application is open to them. */
enum AccessState {
    NO_ACCESS(false) {
        @Override
        void give(TestRealm realm, TestPerson person) {}
    },
    OFFICIAL(true) {
        @Override
        void give(TestRealm realm, TestPerson person) {
            realm.admin()
                    .put("/users/%s/groups/%s".formatted(person.id(), realm.groupId(GROUP)), null)
                    .expect(204);
        }
    },
    GRANTED(true) {
        @Override
        void give(TestRealm realm, TestPerson person) {
            aGrant(realm).to(person.username()).give();
        }
    },
    ENDED_YESTERDAY(false) {
        @Override
        void give(TestRealm realm, TestPerson person) {
            String grant = aGrant(realm).to(person.username()).give();
            LedgerRows.of(realm).endAt(grant, Days.endOf(Days.today().minusDays(1)));
        }
    },
    ENDS_TODAY(true) {
        @Override
        void give(TestRealm realm, TestPerson person) {
            aGrant(realm).to(person.username()).until(Days.today()).give();
        }
    },
    STARTS_TOMORROW(false) {
        @Override
        void give(TestRealm realm, TestPerson person) {
            String grant = aGrant(realm).to(person.username()).give();
            LedgerRows.of(realm).startAt(grant, Days.endOf(Days.today()));
        }
    },
    /** Waits for the address of the account, and is found when the person comes. */
    PENDING(true) {
        @Override
        void give(TestRealm realm, TestPerson person) {
            LedgerRows.of(realm).pending(realm.groupId(GROUP), person.email(), Days.endOf(Days.soon()));
        }
    };

    final boolean opens;

    AccessState(boolean opens) {
        this.opens = opens;
    }

    abstract void give(TestRealm realm, TestPerson person);
}
