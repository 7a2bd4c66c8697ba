package org.relais.keycloak.it.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.MOODLE_GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.GuardedClients;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.Roles;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** Keycloak's fine-grained admin permissions beside Relais: whose word counts where. */
@ExtendWith(RelaisServer.class)
class FineGrainedIT {

    private static TestPerson delegate;

    private TestPerson person;

    @BeforeAll
    static void a_delegate_may_change_the_members_of_one_group(TestRealm realm) {
        GuardedClients.addTo(realm);
        delegate = TestPerson.aPerson().whoSignsIn().in(realm);
        FineGrained.switchedOnIn(realm)
                .allow(delegate, "Groups", List.of("view", "manage-membership"), realm.groupId(GROUP))
                .allow(delegate, "Users", List.of("view", "manage-group-membership"));
    }

    @BeforeEach
    void somebody_comes(TestRealm realm) {
        person = TestPerson.aPerson().whoSignsIn().in(realm);
    }

    @Test
    void who_is_joined_by_the_stock_interface_is_an_official_member_without_an_end(TestRealm realm) {
        asDelegate(realm).put(membership(realm, GROUP), null).expect(204);

        JsonNode member = member(realm);
        assertThat(member.get("origin").asText()).isEqualTo("OFFICIAL");
        assertThat(member.path("grant").isMissingNode() || member.path("grant").isNull())
                .isTrue();
        assertThat(LedgerRows.of(realm).actors("JOINED", realm.groupId(GROUP), person.id()))
                .containsExactly(delegate.id());
        assertThat(realm.signIn(person.username(), PRONOTE).groups()).containsExactly(GROUP);
    }

    @Test
    void who_has_a_dated_access_keeps_it_dated_though_a_delegate_joins_them_again(TestRealm realm) {
        String grant = GrantToGive.aGrant(realm).to(person.username()).give();

        asDelegate(realm).put(membership(realm, GROUP), null).expect(204);

        assertThat(member(realm).get("origin").asText()).isEqualTo("GRANTED");
        LedgerRows.of(realm).endAt(grant, Days.endOf(Days.today().minusDays(1)));
        assertThat(GuardedClients.refuses(realm.trySignIn(person.username(), PRONOTE)))
                .isTrue();
    }

    @Test
    void who_is_taken_out_by_the_stock_interface_has_no_access_any_more(TestRealm realm) {
        String grant = GrantToGive.aGrant(realm).to(person.username()).give();

        asDelegate(realm).delete(membership(realm, GROUP)).expect(204);

        assertThat(LedgerRows.of(realm).grant(grant).cause()).isEqualTo("LEFT_GROUP");
        assertThat(LedgerRows.of(realm).grant(grant).endedBy()).isEqualTo(delegate.id());
        assertThat(GuardedClients.refuses(realm.trySignIn(person.username(), PRONOTE)))
                .isTrue();
    }

    @Test
    void a_delegate_of_keycloaks_is_no_manager_of_ours(TestRealm realm) {
        asDelegate(realm).put(membership(realm, "0359001U_DIR"), null).expect(403);
        realm.relais(delegate.username()).get("/groups/" + realm.groupId(GROUP)).expect(404);
        assertThat(realm.relais(delegate.username())
                        .get("/groups")
                        .expect(200)
                        .json()
                        .get("items"))
                .isEmpty();
        realm.relaisAdminWith(token(realm, delegate))
                .delete("/grants/"
                        + GrantToGive.aGrant(realm).to(person.username()).give())
                .expect(403);
    }

    @Test
    void a_permission_to_see_all_users_lets_in_and_shows_no_group(ServerUnderTest server) {
        try (TestRealm realm = server.freshRealm()) {
            TestPerson reader = TestPerson.aPerson().whoSignsIn().in(realm);
            FineGrained.switchedOnIn(realm).allow(reader, "Users", List.of("view"));
            String grant = GrantToGive.aGrant(realm).give();
            Api relais = realm.relaisAdminWith(token(realm, reader));
            assertThat(relais.get("/grants").expect(200).json().get("items")).isEmpty();
            relais.get("/grants/" + grant).expect(404);
            relais.delete("/grants/" + grant).expect(404);
        }
    }

    @Test
    void managing_users_alone_changes_no_group_as_in_the_stock_interface(ServerUnderTest server) {
        try (TestRealm realm = server.freshRealm()) {
            TestPerson writer = TestPerson.aPerson().whoSignsIn().in(realm);
            FineGrained.switchedOnIn(realm).allow(writer, "Users", List.of("view", "manage"));
            TestPerson newcomer = TestPerson.aPerson().in(realm);
            String grant = GrantToGive.aGrant(realm).give();
            Api relais = realm.relaisAdminWith(token(realm, writer));
            Api stock = new Api(server.url(), () -> token(realm, writer)).below("/admin/realms/" + realm.name());
            String group = "/groups/" + realm.groupId(GROUP);
            stock.put("/users/" + newcomer.id() + group, null).expect(403);
            stock.get(group + "/members").expect(403);
            stock.post("/groups/" + realm.groupId("/etablissements/0359001U") + "/children", Map.of("name", "x"))
                    .expect(403);
            List<String> before = groupsOf(realm);

            relais.post("/gate", Map.of()).expect(403);
            relais.get(group).expect(404);
            relais.get(group + "/members").expect(404);
            relais.get(group + "/journal").expect(404);
            relais.post(group + "/changes", aChange().adding(newcomer).body()).expect(404);
            relais.delete("/grants/" + grant).expect(404);
            relais.patch("/grants/" + grant, Map.of("reason", "autre")).expect(404);
            relais.post(group + "/managers", Map.of()).expect(404);
            relais.post("/schools/0359001U/groups", null).expect(403);
            relais.post("/schools/missing-groups", null).expect(403);
            relais.send("POST", "/schools/import", "text/csv", "uai;name\n0359009C;Neuf")
                    .expect(403);
            assertThat(relais.post("/grants/end", Map.of("ids", List.of(grant)))
                            .expect(200)
                            .json()
                            .findValuesAsText("code"))
                    .containsExactly("unknown-grant");
            relais.send("POST", "/grants/import", "text/csv", "identifier;uai;suffix;reason\nx.y;0359001U;AES;essai");

            assertThat(LedgerRows.of(realm).grant(grant).status()).isEqualTo("ACTIVE");
            assertThat(LedgerRows.of(realm)
                            .count("RELAIS_GRANT", LedgerRows.of(realm).realmId()))
                    .isEqualTo(1);
            assertThat(groupsOf(realm)).isEqualTo(before);
            for (String list : List.of("/grants", "/journal", "/groups")) {
                assertThat(relais.get(list).expect(200).json().get("items")).isEmpty();
            }
            assertThat(relais.get("/grants.csv").expect(200).text()).doesNotContain(GROUP);
            assertThat(relais.get("/journal.csv").expect(200).text()).doesNotContain(GROUP);
        }
    }

    @Test
    void permissions_on_one_group_reach_that_group_and_its_members_only(ServerUnderTest server) {
        try (TestRealm realm = server.freshRealm()) {
            TestPerson writer = TestPerson.aPerson().whoSignsIn().in(realm);
            TestPerson hers = TestPerson.aPerson().in(realm);
            TestPerson others = TestPerson.aPerson().in(realm);
            FineGrained.switchedOnIn(realm)
                    .allow(writer, "Users", List.of("view", "manage"))
                    .allow(writer, "Users", List.of("manage-group-membership"), hers.id())
                    .allow(writer, "Groups", List.of("view-members", "manage-membership"), realm.groupId(GROUP));
            String elsewhere = GrantToGive.aGrant(realm).in(MOODLE_GROUP).give();
            Api relais = realm.relaisAdminWith(token(realm, writer));
            String changes = "/groups/" + realm.groupId(GROUP) + "/changes";

            assertThat(relais.get("/groups/" + realm.groupId(GROUP))
                            .expect(200)
                            .json()
                            .get("together"))
                    .isEmpty();
            relais.get("/groups/" + realm.groupId(MOODLE_GROUP)).expect(404);
            relais.delete("/grants/" + elsewhere).expect(404);
            relais.post(changes, aChange().adding(others).until(Days.soon()).body())
                    .expect(422);
            relais.post(
                            changes,
                            aChange()
                                    .addingIdentifiers("personne.encore")
                                    .until(Days.soon())
                                    .body())
                    .expect(422);
            relais.post(
                            changes,
                            aChange()
                                    .adding(hers)
                                    .together("eleves-invites")
                                    .until(Days.soon())
                                    .body())
                    .expect(422);
            relais.post(changes, aChange().adding(hers).until(Days.soon()).body())
                    .expect(200);
            assertThat(relais.get("/grants").expect(200).json().findValuesAsText("groupName"))
                    .containsExactly(GROUP);
            String notHers = GrantToGive.aGrant(realm).to(others.username()).give();
            relais.delete("/grants/" + notHers).expect(403);
            relais.post(changes, aChange().ending(notHers).body()).expect(422);
            assertThat(LedgerRows.of(realm).grant(notHers).status()).isEqualTo("ACTIVE");
        }
    }

    @Test
    void the_role_still_suffices_where_permissions_are_on(ServerUnderTest server) {
        try (TestRealm realm = server.freshRealm()) {
            TestPerson manager = TestPerson.aPerson().whoSignsIn().in(realm);
            FineGrained.switchedOnIn(realm);
            Roles.of(realm).giveAdministration("/users/" + manager.id(), "manage-users");
            TestPerson newcomer = TestPerson.aPerson().in(realm);
            Api relais = realm.relaisAdminWith(token(realm, manager));

            String group = "/groups/" + realm.groupId(GROUP);
            relais.post(
                            group + "/changes",
                            aChange().adding(newcomer).until(Days.soon()).body())
                    .expect(200);
            relais.get(group + "/members").expect(200);
            relais.post("/schools/0359001U/groups", null).expect(200);
            relais.post("/schools/missing-groups", null).expect(200);
        }
    }

    private static List<String> groupsOf(TestRealm realm) {
        return Sql.of(realm.server())
                .texts(
                        "select NAME from KEYCLOAK_GROUP where REALM_ID = ? order by NAME",
                        LedgerRows.of(realm).realmId());
    }

    private JsonNode member(TestRealm realm) {
        for (JsonNode member : realm.relais(HEAD)
                .get("/groups/" + realm.groupId(GROUP) + "/members?max=100")
                .expect(200)
                .json()
                .get("items")) {
            if (member.toString().contains(person.id())) {
                return member;
            }
        }
        throw new AssertionError(person + " is no member");
    }

    private String membership(TestRealm realm, String group) {
        return "/users/%s/groups/%s".formatted(person.id(), realm.groupId(group));
    }

    /** The stock Admin API with the delegate's own token. */
    private static Api asDelegate(TestRealm realm) {
        String token = token(realm, delegate);
        return new Api(realm.server().url(), () -> token).below("/admin/realms/" + realm.name());
    }

    private static String token(TestRealm realm, TestPerson of) {
        return realm.token(of.username(), "admin-cli");
    }
}
