package org.relais.keycloak.it;

import java.util.UUID;

/** A grant that the official record has overtaken, as its rows are then. */
final class Regularisation {

    private Regularisation() {}

    static void of(TestRealm realm, TestPerson person, String grant) {
        Rows rows = Rows.of(realm.server());
        rows.change(
                "update RELAIS_GRANT set STATUS = 'ENDED', END_CAUSE = 'REGULARISED', ENDED_BY = 'system',"
                        + " ENDED_AT = GRANTED_AT + 1, ACTIVE_KEY = null where ID = ?",
                grant);
        notice(rows, "REGULARISED", person.id(), grant);
        notice(rows, "GIVER_REGULARISED", realm.userId(Manager.HEAD), grant);
        Housekeeping.run(realm.server());
    }

    private static void notice(Rows rows, String kind, String recipient, String grant) {
        rows.change(
                "insert into RELAIS_NOTICE (ID, REALM_ID, KIND, USER_ID, SUBJECT_ID, STATE, CREATED_AT, DUE_AT, ATTEMPTS)"
                        + " select ?, REALM_ID, ?, ?, ID, 'WAITING', GRANTED_AT, GRANTED_AT, 0 from RELAIS_GRANT where ID = ?",
                UUID.randomUUID().toString(),
                kind,
                recipient,
                grant);
    }
}
