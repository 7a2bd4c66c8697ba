package org.relais.keycloak.it.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.BrokenLedger;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.stub.MailServer;

/** What is done every minute for all realms at once: one that has trouble, or nothing to do, is in nobody's way. */
@ExtendWith(RelaisServer.class)
class HousekeepingIT {

    @Test
    void an_expiry_that_fails_keeps_no_mail_from_leaving(ServerUnderTest server) {
        try (TestRealm realm = server.freshRealm();
                MailServer mails = MailServer.start().serving(realm)) {
            TestPerson person = aPerson().in(realm);
            realm.relais(HEAD)
                    .post(
                            "/groups/" + realm.groupId("0359001U_ASH") + "/managers",
                            Map.of(
                                    "type",
                                    "USER",
                                    "principalId",
                                    person.id(),
                                    "endsOn",
                                    Days.in(20).toString()))
                    .expect(200);
            mails.onlyOneTo(realm, person.email());
            Sql.of(server)
                    .change(
                            "update RELAIS_NOTICE set STATE = 'WAITING', DUE_AT = 1, DONE_AT = null where USER_ID = ?",
                            person.id());

            try (BrokenLedger broken = BrokenLedger.of(server)) {
                assertThat(broken.isBroken()).isTrue();
                Housekeeping.run(server);
                Awaitility.await().until(() -> mails.received().count() == 2);
            }
        }
    }

    @Test
    void a_realm_that_has_no_profiles_any_longer_forgets_what_is_old(ServerUnderTest server) {
        try (TestRealm realm = server.freshRealm()) {
            Manager head = Manager.head(realm);
            head.end(head.give(GROUP, aPerson().in(realm), Days.soon())).expect(200);
            removeProfiles(realm);
            LedgerRows rows = LedgerRows.of(realm);
            assertThat(rows.count("RELAIS_JOURNAL", rows.realmId())).isPositive();

            server.clock().ahead(Duration.ofDays(400));
            Housekeeping.run(server);

            assertThat(rows.count("RELAIS_JOURNAL", rows.realmId())).isZero();
            assertThat(rows.count("RELAIS_GRANT", rows.realmId())).isZero();
        }
    }

    @Test
    void nothing_is_written_down_of_a_realm_that_has_nothing_to_do_with_schools(ServerUnderTest server) {
        String name = "bare-" + UUID.randomUUID().toString().substring(0, 8);
        server.admin()
                .post("/admin/realms", Map.of("realm", name, "enabled", true))
                .expect(201);
        Api admin = server.admin().below("/admin/realms/" + name);
        try {
            Map<String, Object> person = Map.of(
                    "username", "somebody",
                    "enabled", true,
                    "firstName", "Some",
                    "lastName", "Body",
                    "email", "somebody@academie.example",
                    "credentials", List.of(Map.of("type", "password", "value", TestRealm.PASSWORD)));
            String id = admin.post("/users", person).expect(201).createdId();
            admin.put("/users/" + id, Map.of("firstName", "Other")).expect(204);
            server.api()
                    .postForm(
                            "/realms/" + name + "/protocol/openid-connect/token",
                            Map.of(
                                    "client_id", "admin-cli",
                                    "grant_type", "password",
                                    "username", "somebody",
                                    "password", TestRealm.PASSWORD))
                    .expect(200);
            Housekeeping.run(server);

            Sql sql = Sql.of(server);
            String realmId =
                    sql.texts("select ID from REALM where NAME = ?", name).get(0);
            List<String> tables = sql.texts("select distinct table_name from information_schema.columns"
                    + " where lower(table_name) like 'relais%' and lower(column_name) = 'realm_id'");
            assertThat(tables)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(table -> assertThat(
                                    sql.number("select count(*) from " + table + " where REALM_ID = ?", realmId))
                            .as(table)
                            .isZero());
        } finally {
            admin.delete("").expect(204);
        }
    }

    private static void removeProfiles(TestRealm realm) {
        for (JsonNode component : realm.admin().get("/components").expect(200).json()) {
            if (component.path("providerId").asText().equals("relais-profile")) {
                realm.admin()
                        .delete("/components/" + component.get("id").asText())
                        .expect(204);
            }
        }
    }
}
