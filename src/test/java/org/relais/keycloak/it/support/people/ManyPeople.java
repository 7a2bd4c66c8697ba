package org.relais.keycloak.it.support.people;

import java.util.List;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** People written straight into the database: many, with a name, without a password. */
public final class ManyPeople {

    private final Sql sql;
    private final String realmId;
    private final String prefix;

    private ManyPeople(TestRealm realm, String prefix) {
        this.sql = Sql.of(realm.server());
        this.realmId = LedgerRows.of(realm).realmId();
        this.prefix = prefix;
    }

    /** @param prefix of their identifiers, with which no other has begun */
    public static ManyPeople in(TestRealm realm, String prefix, int count) {
        ManyPeople people = new ManyPeople(realm, prefix);
        people.sql.change(
                "insert into USER_ENTITY (ID, REALM_ID, USERNAME, FIRST_NAME, LAST_NAME, ENABLED, EMAIL_VERIFIED,"
                        + " EMAIL_CONSTRAINT, CREATED_TIMESTAMP, NOT_BEFORE)"
                        + " select gen_random_uuid()::text, ?, ? || n, 'Prénom', 'Nom ' || n, true, false,"
                        + " gen_random_uuid()::text, 0, 0 from generate_series(1, ?) n",
                people.realmId,
                prefix,
                count);
        return people;
    }

    /** Those that are there. */
    public static ManyPeople of(TestRealm realm, String prefix) {
        return new ManyPeople(realm, prefix);
    }

    public List<String> ids() {
        return sql.texts(
                "select ID from USER_ENTITY where REALM_ID = ? and USERNAME like ? order by length(USERNAME), USERNAME",
                realmId,
                prefix + "%");
    }

    /** With an email address each, which Moodle asks for. */
    public ManyPeople withMail() {
        sql.change(
                "update USER_ENTITY set EMAIL = USERNAME || '@academie.example' where REALM_ID = ? and USERNAME like ?",
                realmId,
                prefix + "%");
        return this;
    }

    public ManyPeople joining(String groupId) {
        sql.change(
                "insert into USER_GROUP_MEMBERSHIP (GROUP_ID, USER_ID, MEMBERSHIP_TYPE)"
                        + " select ?, ID, 'UNMANAGED' from USER_ENTITY where REALM_ID = ? and USERNAME like ?",
                groupId,
                realmId,
                prefix + "%");
        return this;
    }

    /** An active grant each, in a group they are in. */
    public ManyPeople withGrantsUntil(String groupId, long endsAt) {
        sql.change(
                "insert into RELAIS_GRANT (ID, REALM_ID, SCHOOL_ID, GROUP_ID, USER_ID, STATUS, STARTS_AT, ENDS_AT,"
                        + " GRANTED_BY, GRANTED_AT, ACTIVE_KEY, VERSION)"
                        + " select gen_random_uuid()::text, u.REALM_ID, g.PARENT_GROUP, g.ID, u.ID, 'ACTIVE', 0, ?,"
                        + " 'somebody', 0, g.ID || '/' || u.ID, 0"
                        + " from USER_ENTITY u, KEYCLOAK_GROUP g where g.ID = ? and u.REALM_ID = ? and u.USERNAME like ?",
                endsAt,
                groupId,
                realmId,
                prefix + "%");
        return this;
    }
}
