package org.relais.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Flows;
import org.relais.keycloak.it.support.server.GuardedClients;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestClients;
import org.relais.keycloak.it.support.server.TestRealm;

/** The step of the gate in a flow at whose end no browser waits: no client policy stands behind it here. */
@ExtendWith(RelaisServer.class)
class GateDirectGrantIT {

    private static final String FLOW = "direct with gate";

    private TestPerson person;

    @BeforeAll
    static void passwords_are_taken_by_a_flow_with_the_step(TestRealm realm) {
        Flows flows = Flows.of(realm);
        flows.copy("direct grant", FLOW);
        flows.addGate(FLOW);
        realm.admin()
                .put("", Map.of("directGrantFlow", FLOW, "eventsEnabled", true))
                .expect(204);
    }

    @BeforeEach
    void somebody_comes(TestRealm realm) {
        person = TestPerson.aPerson().whoSignsIn().in(realm);
    }

    @Test
    void a_refusal_is_an_answer_of_the_token_endpoint(TestRealm realm) {
        Answer refused = realm.trySignIn(person.username(), PRONOTE).expect(400);

        assertThat(refused.json().get("error").asText()).isEqualTo("access_denied");
        assertThat(refused.json().get("error_description").asText()).isEqualTo(GuardedClients.REASON);
        JsonNode event = realm.admin()
                .get("/events?user=" + person.id())
                .expect(200)
                .json()
                .get(0);
        assertThat(event.get("error").asText()).isEqualTo("access_denied");
        assertThat(event.at("/details/reason").asText()).isEqualTo("relais-closed");
    }

    @Test
    void it_is_no_failure_that_would_lock_the_account(TestRealm realm) {
        realm.admin()
                .put("", Map.of("bruteForceProtected", true, "failureFactor", 1, "permanentLockout", true))
                .expect(204);
        try {
            realm.trySignIn(person.username(), PRONOTE).expect(400);

            assertThat(realm.admin()
                            .get("/attack-detection/brute-force/users/" + person.id())
                            .expect(200)
                            .json()
                            .get("numFailures")
                            .asInt())
                    .isZero();
            realm.signIn(person.username(), TestClients.NO_AUDIENCE);
        } finally {
            realm.set("bruteForceProtected", false);
        }
    }

    @Test
    void it_opens_to_whom_a_group_opens_the_application(TestRealm realm) {
        GrantToGive.aGrant(realm).to(person.username()).give();

        realm.trySignIn(person.username(), PRONOTE).expect(200);
    }

    @Test
    void a_gate_that_only_observes_lets_in_and_notes_it(TestRealm realm) {
        AcademySettings.of(realm).set("gateObserves", "true");
        try {
            realm.trySignIn(person.username(), PRONOTE).expect(200);

            assertThat(LedgerRows.of(realm).linesOf("WOULD_REFUSE", person.id()))
                    .containsExactly("{\"client\":\"" + PRONOTE + "\"}");
        } finally {
            AcademySettings.of(realm).set("gateObserves");
        }
    }
}
