package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.AccountToCreate.anAccount;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD_ELSEWHERE;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.DemoNames.TEACHER;
import static org.relais.keycloak.it.support.people.GrantToGive.aGrant;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.assertion.LedgerRows.Stored;
import org.relais.keycloak.it.support.people.OfficialRecordFixture;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** What is deleted or moved leaves nothing open behind in the ledger. */
@ExtendWith(RelaisServer.class)
class RemovalIT {

    @Test
    void a_deleted_person_leaves_no_access_and_manages_nothing(TestRealm realm) {
        String person = anAccount("lena.hascoet").in(realm);
        String grant = aGrant(realm).to("lena.hascoet").give();
        delegate(realm, "0359001U_ASH", "USER", person);

        realm.admin().delete("/users/" + person).expect(204);

        assertEnded(realm, grant, "PERSON_REMOVED");
        assertThat(delegationsTo(realm, person)).isZero();
        assertThat(LedgerRows.of(realm).actors("ENDED", realm.groupId(GROUP), person))
                .containsExactly("system");
    }

    @Test
    void a_deleted_group_leaves_no_access_and_no_delegation(TestRealm realm) {
        String group = realm.groupId("0359001U_AED");
        String grant = aGrant(realm).to(ASSISTANT).in("0359001U_AED").give();
        String waiting =
                aGrant(realm).awaiting("personne.inconnue").in("0359001U_AED").give();
        delegate(realm, "0359001U_AED", "USER", realm.userId(TEACHER));
        delegate(realm, "0359001U_ASH", "GROUP", group);

        realm.admin().delete("/groups/" + group).expect(204);

        assertEnded(realm, grant, "GROUP_REMOVED");
        assertEnded(realm, waiting, "GROUP_REMOVED");
        assertThat(delegationsTo(realm, group)).isZero();
        assertThat(Sql.of(realm.server()).number("select count(*) from RELAIS_MANAGER where GROUP_ID = ?", group))
                .isZero();
    }

    @Test
    void a_deleted_school_leaves_no_access_in_any_of_its_groups(TestRealm realm) {
        String one = aGrant(realm)
                .to(ASSISTANT)
                .in(OTHER_GROUP)
                .together("eleves-invites")
                .give();
        String other = aGrant(realm).to(ASSISTANT).in("0359002V_DOC").give();
        String school = realm.groupId("/etablissements/0359002V");

        realm.admin().delete("/groups/" + school).expect(204);

        assertEnded(realm, one, "GROUP_REMOVED");
        assertEnded(realm, other, "GROUP_REMOVED");
        assertThat(Sql.of(realm.server())
                        .number("select count(*) from RELAIS_GRANT where SCHOOL_ID = ? and STATUS <> 'ENDED'", school))
                .isZero();
    }

    @Test
    void a_deleted_realm_leaves_nothing(ServerUnderTest server) {
        TestRealm realm = server.freshRealm();
        LedgerRows rows = LedgerRows.of(realm);
        String id = rows.realmId();
        String group = realm.groupId(GROUP);
        realm.relais(HEAD)
                .with("Idempotency-Key", "once")
                .post(
                        "/groups/" + group + "/changes",
                        Map.of("add", List.of(Map.of("userId", realm.userId(ASSISTANT))), "reason", "test"))
                .expect(200);
        delegate(realm, GROUP, "USER", realm.userId(TEACHER));
        aPerson().with(OfficialRecordFixture.FUNCTIONS, "0359001U$AED").in(realm);
        Housekeeping.run(server);
        List<String> tables = List.of(
                "RELAIS_GRANT",
                "RELAIS_JOURNAL",
                "RELAIS_MANAGER",
                "RELAIS_RECEIPT",
                "RELAIS_OFFICIAL_RECORD",
                "RELAIS_OFFICIAL_MEMBER",
                "RELAIS_SWEEP");
        assertThat(tables).allSatisfy(table -> assertThat(rows.count(table, id)).isPositive());

        realm.close();

        assertThat(tables).allSatisfy(table -> assertThat(rows.count(table, id)).isZero());
    }

    @Test
    void the_grants_of_a_group_follow_it_to_another_school(TestRealm realm) {
        String group = realm.groupId("0299001B_ASH");
        String school = realm.groupId("/etablissements/0359001U");
        String grant = aGrant(realm)
                .by(HEAD_ELSEWHERE)
                .to(ASSISTANT)
                .in("0299001B_ASH")
                .give();

        move(realm, group, "0299001B_ASH", "/groups/" + school + "/children");

        Stored moved = LedgerRows.of(realm).grant(grant);
        assertThat(moved.status()).isEqualTo("ACTIVE");
        assertThat(moved.schoolId()).isEqualTo(school);
        assertThat(realm.signIn(ASSISTANT, "pronote-0299001B").groups()).isEmpty();
        assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).contains("0299001B_ASH");
        realm.relais(HEAD_ELSEWHERE).get("/groups/" + group).expect(404);
        realm.relais(HEAD).get("/groups/" + group).expect(200);
    }

    @Test
    void the_grants_of_a_group_that_leaves_the_schools_end(TestRealm realm) {
        String group = realm.groupId("0359001U_DOC");
        String grant = aGrant(realm).to(ASSISTANT).in("0359001U_DOC").give();

        move(realm, group, "0359001U_DOC", "/groups");

        assertEnded(realm, grant, "GROUP_REMOVED");
        assertThat(LedgerRows.of(realm).isMember(group, realm.userId(ASSISTANT)))
                .isFalse();
    }

    @Test
    void the_grants_of_a_school_that_leaves_the_schools_end(ServerUnderTest server) {
        try (TestRealm realm = server.freshRealm()) {
            String group = realm.groupId(GROUP);
            String school = realm.groupId("/etablissements/0359001U");
            String grant = aGrant(realm).to(ASSISTANT).give();

            move(realm, school, "0359001U", "/groups");

            assertEnded(realm, grant, "GROUP_REMOVED");
            assertThat(LedgerRows.of(realm).isMember(group, realm.userId(ASSISTANT)))
                    .isFalse();
        }
    }

    private static void move(TestRealm realm, String group, String name, String below) {
        int status =
                realm.admin().post(below, Map.of("id", group, "name", name)).status();
        assertThat(status).isBetween(200, 204);
    }

    private static void delegate(TestRealm realm, String group, String type, String principal) {
        realm.relais(HEAD)
                .post(
                        "/groups/" + realm.groupId(group) + "/managers",
                        Map.of(
                                "type", type,
                                "principalId", principal,
                                "endsOn", Days.soon().toString()))
                .expect(200);
    }

    private static long delegationsTo(TestRealm realm, String principal) {
        return Sql.of(realm.server()).number("select count(*) from RELAIS_MANAGER where PRINCIPAL_ID = ?", principal);
    }

    private static void assertEnded(TestRealm realm, String grant, String cause) {
        Stored stored = LedgerRows.of(realm).grant(grant);
        assertThat(stored.status()).isEqualTo("ENDED");
        assertThat(stored.cause()).isEqualTo(cause);
    }
}
