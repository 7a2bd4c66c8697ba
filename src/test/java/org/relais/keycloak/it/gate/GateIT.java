package org.relais.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.DEMO_APP;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.DemoNames.TEACHER;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.CodeFlow;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Clients;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.GuardedClients;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** The gate refuses the sign-in itself: an application opens when a group opens it, and closes on time. */
@ExtendWith(RelaisServer.class)
class GateIT {

    @BeforeAll
    static void the_gate_is_installed(TestRealm realm) {
        assertThat(gate(realm).path("installed").asBoolean()).isFalse();
        realm.admin().post("/relais/gate", Map.of()).expect(200);
        assertThat(gate(realm).path("installed").asBoolean()).isTrue();
    }

    @Test
    void installing_it_again_changes_nothing(TestRealm realm) {
        String flow =
                realm.admin().get("").expect(200).json().path("browserFlow").asText();

        realm.admin().post("/relais/gate", Map.of()).expect(200);

        assertThat(realm.admin().get("").expect(200).json().path("browserFlow").asText())
                .isEqualTo(flow);
    }

    @Test
    void nobody_without_access_gets_in_by_any_flow(TestRealm realm) {
        CodeFlow flow = realm.codeFlow(PRONOTE, DEMO_APP);
        Answer page = flow.answerForm(flow.open(), ASSISTANT);
        assertThat(page.expect(200).text()).contains("relais-closed", "PRONOTE – Collège des Bruyères");
        assertDenied(realm.trySignIn(ASSISTANT, PRONOTE));
    }

    @Test
    void an_official_member_gets_in(TestRealm realm) {
        assertThat(realm.codeFlow(PRONOTE, DEMO_APP).signIn(TEACHER).groups()).containsExactly("0359001U_ENS");
        assertThat(realm.signIn(TEACHER, PRONOTE).groups()).containsExactly("0359001U_ENS");
    }

    @Test
    void a_session_that_is_there_already_does_not_get_round_it(TestRealm realm) {
        CodeFlow console = realm.accountConsole();
        console.signIn(ASSISTANT);

        assertThat(console.then(PRONOTE, DEMO_APP).open().expect(200).text()).contains("relais-closed");
    }

    @Test
    void applications_that_no_profile_opens_are_none_of_its_business(TestRealm realm) {
        assertThat(realm.signIn(ASSISTANT, "gar").access()).isNotEmpty();
        assertThat(realm.accountConsole().signIn(ASSISTANT).access()).isNotEmpty();
    }

    @Test
    void a_client_that_is_marked_is_guarded_though_no_profile_opens_it(TestRealm realm) {
        Clients.of(realm).setAttribute("arena", "relais.gate", "true");
        CodeFlow flow = realm.codeFlow("arena", DEMO_APP);
        assertThat(flow.answerForm(flow.open(), TEACHER).expect(200).text()).contains("relais-closed", "ARENA");
        Answer denied = realm.trySignIn(TEACHER, "arena").expect(400);
        assertThat(denied.json().path("error").asText()).isEqualTo("access_denied");

        Clients.of(realm).setAttribute("arena", "relais.gate", "false");

        assertThat(realm.codeFlow("arena", DEMO_APP).signIn(TEACHER).access()).isNotEmpty();
        assertThat(realm.signIn(TEACHER, "arena").access()).isNotEmpty();
    }

    @Test
    void a_grant_opens_it_and_its_end_closes_it_even_to_a_refresh(TestRealm realm) {
        String grant = give(realm, OTHER_ASSISTANT, null);
        Tokens tokens = realm.codeFlow(PRONOTE, DEMO_APP).signIn(OTHER_ASSISTANT);
        assertThat(realm.refresh(tokens, PRONOTE).groups()).containsExactly(GROUP);

        realm.relais(HEAD).delete("/grants/" + grant).expect(200);

        assertThat(realm.tryRefresh(tokens, PRONOTE).status()).isBetween(400, 403);
        assertDenied(realm.trySignIn(OTHER_ASSISTANT, PRONOTE));
    }

    @Test
    void it_closes_at_the_end_of_the_last_day_without_any_job(TestRealm realm) {
        give(
                realm,
                OTHER_ASSISTANT,
                realm.relais(HEAD)
                        .get("/groups/" + realm.groupId(GROUP))
                        .expect(200)
                        .json()
                        .path("rules")
                        .path("suggestedEnd")
                        .asText());
        assertThat(realm.signIn(OTHER_ASSISTANT, PRONOTE).groups()).containsExactly(GROUP);

        realm.server().clock().ahead(Duration.ofDays(61));

        assertDenied(realm.trySignIn(OTHER_ASSISTANT, PRONOTE));
    }

    @Test
    void a_gate_that_only_observes_lets_in_and_notes_it(TestRealm realm) {
        observe(realm, true);
        try {
            assertThat(realm.codeFlow(PRONOTE, DEMO_APP).signIn(ASSISTANT).groups())
                    .isEmpty();
            JsonNode newest = realm.admin()
                    .get("/relais/journal?person=" + realm.userId(ASSISTANT))
                    .expect(200)
                    .json()
                    .path("items")
                    .get(0);
            assertThat(newest.path("action").asText()).isEqualTo("WOULD_REFUSE");
            assertThat(newest.path("details").path("client").asText()).isEqualTo(PRONOTE);
            assertThat(newest.path("person").path("id").asText()).isEqualTo(realm.userId(ASSISTANT));
        } finally {
            observe(realm, false);
        }
    }

    @Test
    void it_notes_a_person_and_an_application_once_a_day_however_often_they_meet(TestRealm realm) {
        TestPerson person = TestPerson.aPerson().whoSignsIn().in(realm);
        observe(realm, true);
        try {
            CodeFlow flow = realm.codeFlow(PRONOTE, DEMO_APP);
            flow.signIn(person.username());
            flow.continueSession();
            flow.exchange(flow.open(Map.of("prompt", "none")));
            realm.signIn(person.username(), PRONOTE);
            assertThat(noted(realm, person)).containsExactly("{\"client\":\"" + PRONOTE + "\"}");

            realm.signIn(person.username(), "pmb");
            assertThat(noted(realm, person)).hasSize(2);

            realm.server().clock().ahead(Days.untilJustAfter(Days.today()));
            realm.codeFlow(PRONOTE, DEMO_APP).signIn(person.username());
            assertThat(noted(realm, person)).hasSize(3);
        } finally {
            realm.server().clock().reset();
            observe(realm, false);
        }
    }

    private static String give(TestRealm realm, String username, String endsOn) {
        Map<String, Object> change = new HashMap<>();
        change.put("add", List.of(Map.of("userId", realm.userId(username))));
        change.put("reason", "Arrivée");
        change.put("endsOn", endsOn);
        return realm.relais(HEAD)
                .post("/groups/" + realm.groupId(GROUP) + "/changes", change)
                .expect(200)
                .json()
                .path("granted")
                .get(0)
                .path("id")
                .asText();
    }

    private static List<String> noted(TestRealm realm, TestPerson person) {
        return LedgerRows.of(realm).linesOf("WOULD_REFUSE", person.id());
    }

    private static void assertDenied(Answer answer) {
        assertThat(answer.status()).isBetween(400, 403);
        assertThat(answer.json().path("error").asText()).isEqualTo("access_denied");
        assertThat(answer.json().path("error_description").asText()).isEqualTo(GuardedClients.REASON);
    }

    private static JsonNode gate(TestRealm realm) {
        return realm.admin().get("/relais/status").expect(200).json().path("gate");
    }

    private static void observe(TestRealm realm, boolean only) {
        AcademySettings.of(realm).set("gateObserves", String.valueOf(only));
    }
}
