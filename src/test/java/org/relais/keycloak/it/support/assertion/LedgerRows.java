package org.relais.keycloak.it.support.assertion;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** What the ledger of a realm holds, as stored. */
public final class LedgerRows {

    private final TestRealm realm;
    private final Sql sql;

    private LedgerRows(TestRealm realm) {
        this.realm = realm;
        this.sql = Sql.of(realm.server());
    }

    public static LedgerRows of(TestRealm realm) {
        return new LedgerRows(realm);
    }

    /** A grant; what is null in the table is null here. */
    public record Stored(String status, String cause, String endedBy, String schoolId, String userId, long endsAt) {}

    public Stored grant(String id) {
        Map<String, Object> row = sql.find(
                        "select STATUS, END_CAUSE, ENDED_BY, SCHOOL_ID, USER_ID, ENDS_AT from RELAIS_GRANT where ID = ?",
                        id)
                .get(0);
        return new Stored(
                (String) row.get("status"),
                (String) row.get("end_cause"),
                (String) row.get("ended_by"),
                (String) row.get("school_id"),
                (String) row.get("user_id"),
                ((Number) row.get("ends_at")).longValue());
    }

    public boolean isMember(String groupId, String userId) {
        return sql.number(
                        "select count(*) from USER_GROUP_MEMBERSHIP where GROUP_ID = ? and USER_ID = ?",
                        groupId,
                        userId)
                == 1;
    }

    /** The actors of the lines that tell of an action on a person in a group. */
    public List<String> actors(String action, String groupId, String userId) {
        return sql.texts(
                "select ACTOR from RELAIS_JOURNAL where ACTION = ? and GROUP_ID = ? and USER_ID = ?",
                action,
                groupId,
                userId);
    }

    /** The details of the lines that tell of an action on a person, whatever the group. */
    public List<String> linesOf(String action, String userId) {
        return sql.texts("select DETAILS from RELAIS_JOURNAL where ACTION = ? and USER_ID = ?", action, userId);
    }

    /** One more grant like one that has ended, over at another moment. */
    public void another(String grantId, long endsAt) {
        sql.change(
                "insert into RELAIS_GRANT (ID, REALM_ID, SCHOOL_ID, GROUP_ID, USER_ID, STATUS, END_CAUSE, STARTS_AT,"
                        + " ENDS_AT, GRANTED_BY, GRANTED_AT, ENDED_AT, VERSION)"
                        + " select ?, REALM_ID, SCHOOL_ID, GROUP_ID, USER_ID, STATUS, END_CAUSE, 0, ?, GRANTED_BY, 0, ?, 0"
                        + " from RELAIS_GRANT where ID = ?",
                UUID.randomUUID().toString(),
                endsAt,
                endsAt,
                grantId);
    }

    /** Lets the days of a grant be over, as if it had been given for that day. */
    public void endAt(String grantId, long instant) {
        sql.change("update RELAIS_GRANT set ENDS_AT = ? where ID = ?", instant, grantId);
        forgetPeople();
    }

    /** Lets a grant begin at another moment, which no API allows. */
    public void startAt(String grantId, long instant) {
        sql.change("update RELAIS_GRANT set STARTS_AT = ? where ID = ?", instant, grantId);
        forgetPeople();
    }

    /** A grant that waits for an identifier and was not given by any API; returns its id. */
    public String pending(String groupId, String identifier, long endsAt) {
        String id = UUID.randomUUID().toString();
        sql.change(
                "insert into RELAIS_GRANT (ID, REALM_ID, SCHOOL_ID, GROUP_ID, IDENTIFIER, STATUS, STARTS_AT, ENDS_AT,"
                        + " GRANTED_BY, GRANTED_AT, ACTIVE_KEY, VERSION)"
                        + " select ?, REALM_ID, PARENT_GROUP, ID, ?, 'PENDING', 0, ?, 'somebody', 0, ?, 0"
                        + " from KEYCLOAK_GROUP where ID = ?",
                id,
                identifier,
                endsAt,
                groupId + "/?" + identifier,
                groupId);
        return id;
    }

    /** Grants that wait for identifiers which begin alike, for accounts that may never come. */
    public void manyPending(String groupId, String prefix, int count, long endsAt) {
        sql.change(
                "insert into RELAIS_GRANT (ID, REALM_ID, SCHOOL_ID, GROUP_ID, IDENTIFIER, STATUS, STARTS_AT, ENDS_AT,"
                        + " GRANTED_BY, GRANTED_AT, ACTIVE_KEY, VERSION)"
                        + " select gen_random_uuid()::text, REALM_ID, PARENT_GROUP, ID, ? || n, 'PENDING', 0, ?,"
                        + " 'somebody', 0, ID || '/?' || ? || n, 0"
                        + " from KEYCLOAK_GROUP, generate_series(1, ?) n where ID = ?",
                prefix,
                endsAt,
                prefix,
                count,
                groupId);
    }

    /** The id of the grant that waits for an identifier in a group. */
    public String grantOf(String groupId, String identifier) {
        return sql.texts(
                        "select ID from RELAIS_GRANT where GROUP_ID = ? and IDENTIFIER = ? and STATUS = 'PENDING'",
                        groupId,
                        identifier)
                .get(0);
    }

    /** The server keeps grants beside people in its cache, and is not told of what is written here. */
    private void forgetPeople() {
        realm.admin().post("/clear-user-cache", null).expect(204);
    }

    /** How many rows of a table belong to the realm. */
    public long count(String table, String realmId) {
        return sql.number("select count(*) from " + table + " where REALM_ID = ?", realmId);
    }

    public String realmId() {
        return sql.texts("select ID from REALM where NAME = ?", realm.name()).get(0);
    }
}
