package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.ADMINISTRATOR;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD_ELSEWHERE;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.Roles;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** Early access never gives more than the official rights: people and groups that are outside of it. */
@ExtendWith(RelaisServer.class)
class RefusedPeopleIT {

    private static TestRealm realm;
    private static Manager head;

    @BeforeAll
    static void there_is_room_for_dates(TestRealm fresh) {
        realm = fresh;
        head = Manager.head(realm);
        TestProfiles.of(realm).allowUntil(Days.in(200), "AES", "DOC");
    }

    @Test
    void a_group_with_an_administration_role_takes_nobody_and_lets_nobody_stay() {
        String group = "0359001U_DOC";
        TestPerson person = aPerson().in(realm);
        JsonNode earlier = head.give(group, aPerson().in(realm), Days.in(20));
        Roles.of(realm).giveAdministration("/groups/" + realm.groupId(group), "view-users");

        Refused.only(head.change(group, aChange().adding(person)), 422, "privileged-group", null);
        Answer renewed = head.patch(earlier, Map.of("endsOn", Days.in(30).toString()));
        assertThat(renewed.status()).isIn(409, 422);
        assertThat(realm.admin()
                        .get("/users/" + person.id() + "/groups")
                        .expect(200)
                        .json())
                .isEmpty();
    }

    @Test
    void a_school_with_an_administration_role_takes_nobody() {
        String school = realm.groupId("/etablissements/0359002V");
        Roles.of(realm).giveAdministration("/groups/" + school, "view-users");

        Refused.only(head.change(OTHER_GROUP, aChange().adding(aPerson().in(realm))), 422, "privileged-group", null);
    }

    @Test
    void an_administrator_is_given_no_access() {
        Refused.only(
                head.change(GROUP, aChange().adding(TestPerson.known(realm, ADMINISTRATOR))),
                422,
                "privileged-person",
                "add[0].userId");
        Refused.only(
                realm.admin()
                        .below("/relais")
                        .post(
                                head.changes(GROUP),
                                aChange().addingIdentifiers(ADMINISTRATOR).body()),
                422,
                "privileged-person",
                "add[0].identifier");
    }

    @Test
    void the_access_of_somebody_who_became_an_administrator_is_not_renewed() {
        TestPerson person = aPerson().in(realm);
        JsonNode grant = head.give(GROUP, person, Days.in(20));
        Roles.of(realm).giveAdministration("/users/" + person.id(), "view-users");

        Refused.only(head.patch(grant, Map.of("endsOn", Days.in(30).toString())), 422, "privileged-person", null);
        head.patch(grant, Map.of("endsOn", Days.in(10).toString())).expect(200);
    }

    @Test
    void whom_managers_do_not_find_they_cannot_name_either() {
        TestPerson pupil = aPerson()
                .called("Elève", "Secret")
                .with("ENTPersonProfils", "National_ELV")
                .in(realm);

        JsonNode named = head.give(GROUP, aChange().addingIdentifiers(pupil.username()));
        assertThat(named.get("status").asText()).isEqualTo("PENDING");
        assertThat(named.toString()).doesNotContain("Secret", pupil.id());
        Answer chosen = head.change(GROUP, aChange().adding(pupil));
        Refused.only(chosen, 422, "unknown-person", "add[0].userId");
        assertThat(chosen.text()).doesNotContain("Secret");

        realm.admin()
                .below("/relais")
                .post(
                        head.changes(GROUP),
                        aChange().addingIdentifiers(pupil.username()).body())
                .expect(200);
    }

    @Test
    void a_refusal_of_somebody_who_was_chosen_names_them() {
        TestPerson chosen = aPerson().called("Nominoë", "Prigent").disabled().in(realm);

        assertThat(head.change(GROUP, aChange().adding(chosen)).text())
                .contains("Nominoë Prigent")
                .doesNotContain(chosen.id());
    }

    @Test
    void a_service_account_is_given_no_access() {
        Map<String, Object> client =
                Map.of("clientId", "robot", "serviceAccountsEnabled", true, "publicClient", false, "secret", "s");
        String id = realm.admin().post("/clients", client).expect(201).createdId();
        String robot = realm.admin()
                .get("/clients/" + id + "/service-account-user")
                .expect(200)
                .json()
                .get("id")
                .asText();

        Refused.only(head.change(GROUP, aChange().addingIds(robot)), 422, "unknown-person", "add[0].userId");
        Api admin = realm.admin().below("/relais");
        String changes = head.changes(GROUP);
        Refused.only(admin.post(changes, aChange().addingIds(robot).body()), 422, "service-account", "add[0].userId");
        Refused.only(
                admin.post(
                        changes,
                        aChange().addingIdentifiers("service-account-robot").body()),
                422,
                "service-account",
                "add[0].identifier");
    }

    @Test
    void a_disabled_account_is_given_no_access() {
        TestPerson person = aPerson().disabled().in(realm);

        Refused.only(head.change(GROUP, aChange().adding(person)), 422, "disabled-account", "add[0].userId");
    }

    @Test
    void an_official_member_needs_no_access_and_somebody_who_has_one_no_second() {
        TestPerson official = aPerson().officiallyIn(GROUP).in(realm);
        TestPerson granted = aPerson().in(realm);
        head.give(GROUP, granted, Days.in(20));

        Refused.only(head.change(GROUP, aChange().adding(official)), 422, "already-member", "add[0].userId");
        Refused.only(head.change(GROUP, aChange().adding(granted)), 422, "already-granted", "add[0].userId");
    }

    @Test
    void nobody_is_added_to_a_group_of_official_members() {
        Answer byAdmin = realm.admin()
                .post(
                        "/relais/groups/" + realm.groupId("0359001U_ENS") + "/changes",
                        aChange().adding(aPerson().in(realm)).body());

        Refused.only(byAdmin, 422, "group-official-only", null);
    }

    @Test
    void people_who_do_not_exist_are_named() {
        for (String id : List.of("nobody", "f:", "f:x", "f:x:y", "f::y", "é€", "x".repeat(5000))) {
            Refused.only(head.change(GROUP, aChange().addingIds(id)), 422, "unknown-person", "add[0].userId");
        }
    }

    @Test
    void groups_of_another_school_do_not_exist_for_a_head() {
        TestPerson person = aPerson().in(realm);
        Manager elsewhere = Manager.of(realm, HEAD_ELSEWHERE);
        JsonNode grant = head.give(GROUP, person, Days.in(20));

        Refused.only(elsewhere.change(GROUP, aChange().adding(person)), 404, "not-found-group", null);
        Refused.only(elsewhere.end(grant), 404, "not-found-grant", null);
        Refused.only(elsewhere.patch(grant, Map.of("reason", "x")), 404, "not-found-grant", null);
        Refused.only(
                elsewhere.change("0299001B_AES", aChange().copying(realm.groupId(GROUP))),
                404,
                "not-found-group",
                null);
        Refused.only(
                elsewhere.change(
                        "0299001B_AES", aChange().ending(grant.get("id").asText())),
                422,
                "unknown-grant",
                "remove[0]");
    }

    @Test
    void nothing_of_another_realm_exists(ServerUnderTest server) {
        try (TestRealm other = server.freshRealm()) {
            TestPerson foreigner = aPerson().in(other);
            JsonNode grant = Manager.head(other).give(GROUP, aChange().adding(foreigner));
            String group = other.groupId(GROUP);
            String grantId = grant.get("id").asText();

            for (Api api : List.of(head.api(), realm.admin().below("/relais"))) {
                Refused.only(api.get("/groups/" + group), 404, "not-found-group", null);
                Refused.only(api.delete("/grants/" + grantId), 404, "not-found-grant", null);
                Refused.only(
                        api.post(head.changes(GROUP), aChange().copying(group).body()), 404, "not-found-group", null);
                Refused.only(
                        api.post(head.changes(GROUP), aChange().ending(grantId).body()),
                        422,
                        "unknown-grant",
                        "remove[0]");
            }
            Refused.only(head.change(GROUP, aChange().adding(foreigner)), 422, "unknown-person", "add[0].userId");
        }
    }
}
