package org.relais.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.DEMO_APP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.server.GuardedClients.SERVICE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.protocol.CodeFlow;
import org.relais.keycloak.it.support.protocol.DeviceFlow;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.Clients;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Flows;
import org.relais.keycloak.it.support.server.GuardedClients;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestClients;
import org.relais.keycloak.it.support.server.TestRealm;

/** The gate at tokens and at what stands behind them, where nothing at the browser is in the way. */
@ExtendWith(RelaisServer.class)
class GateExecutorIT {

    private TestPerson person;

    @BeforeAll
    static void the_gate_is_there_but_not_at_the_browser(TestRealm realm) {
        GuardedClients.addTo(realm);
        GuardedClients.forService(realm, PRONOTE);
        GuardedClients.forService(realm, TestClients.NO_AUDIENCE);
        String stock = Flows.of(realm).id("browser");
        ObjectNode lastDoor = (ObjectNode) realm.admin()
                .get("/authentication/required-actions/relais-gate")
                .expect(200)
                .json();
        realm.admin()
                .put("/authentication/required-actions/relais-gate", lastDoor.put("enabled", false))
                .expect(204);
        ObjectNode service = Clients.of(realm).find(SERVICE);
        service.putObject("authenticationFlowBindingOverrides").put("browser", stock);
        realm.admin().put("/clients/" + service.get("id").asText(), service).expect(204);
    }

    @BeforeEach
    void somebody_comes(TestRealm realm) {
        person = TestPerson.aPerson().whoSignsIn().in(realm);
    }

    @Test
    void a_code_that_was_given_past_the_gate_is_worth_nothing(TestRealm realm) {
        CodeFlow flow = realm.codeFlow(SERVICE, DEMO_APP);
        Answer redirect = flow.answerForm(flow.open(), person.username());
        assertThat(redirect.expect(302).header("Location")).contains("code=");

        assertRefused(flow.exchange(redirect, GuardedClients.SECRET));

        give(realm);
        assertThat(flow.exchange(flow.open(), GuardedClients.SECRET)
                        .expect(200)
                        .json()
                        .has("access_token"))
                .isTrue();
    }

    @Test
    void a_hybrid_request_brings_no_token(TestRealm realm) {
        Map<String, String> hybrid = Map.of("response_type", "code id_token token", "nonce", "n");
        CodeFlow flow = realm.codeFlow(SERVICE, DEMO_APP);
        Answer refused = flow.answerForm(flow.open(hybrid), person.username());
        assertThat(refused.expect(302).header("Location"))
                .contains("error_description=access_denied")
                .doesNotContain("token=");
        assertRefused(flow.exchange(refused, GuardedClients.SECRET));

        give(realm);
        assertThat(flow.open(hybrid).expect(302).header("Location")).contains("access_token=", "id_token=");
    }

    @Test
    void user_info_is_refused_once_the_access_is_over_though_the_token_lives(TestRealm realm) {
        String grant = give(realm);
        String token = realm.token(person.username(), PRONOTE);
        assertThat(userInfo(realm, token).expect(200).json().get("groups").toString())
                .isEqualTo("[\"0359001U_AES\"]");

        letDaysBeOver(realm, grant);

        assertThat(userInfo(realm, token).expect(403).header("WWW-Authenticate"))
                .contains("insufficient_scope");
    }

    @Test
    void introspection_tells_of_no_group_once_the_access_is_over_though_the_token_lives(TestRealm realm) {
        String grant = give(realm);
        String token = realm.token(person.username(), PRONOTE);
        assertThat(introspection(realm, token).get("groups").toString()).isEqualTo("[\"0359001U_AES\"]");

        letDaysBeOver(realm, grant);

        assertThat(introspection(realm, token).get("active").asBoolean()).isTrue();
        assertThat(introspection(realm, token).has("groups")).isFalse();
    }

    @Test
    void a_device_gets_nothing_when_the_access_ends_between_the_consent_and_the_question(TestRealm realm) {
        String grant = give(realm);
        DeviceFlow flow = new DeviceFlow(realm, PRONOTE);
        flow.accept(flow.signIn(person.username()));

        end(realm, grant);

        assertRefused(flow.ask());
    }

    @Test
    void a_device_learns_that_the_person_went_back_from_the_refusal(TestRealm realm) {
        DeviceFlow flow = new DeviceFlow(realm, PRONOTE);

        flow.goBack(flow.signIn(person.username()));

        assertRefused(flow.ask());
    }

    @Test
    void a_token_of_another_client_is_not_exchanged_for_one_that_opens_a_closed_application(TestRealm realm) {
        String token = realm.token(person.username(), TestClients.NO_AUDIENCE);
        assertRefused(GuardedClients.exchange(realm, token));

        give(realm);

        assertThat(GuardedClients.exchange(realm, token).expect(200).json().has("access_token"))
                .isTrue();
    }

    @Test
    void a_lightweight_token_that_does_not_name_its_owner_is_not_exchanged_either(TestRealm realm) {
        Map<String, Object> light = Map.of(
                "clientId",
                "light",
                "publicClient",
                true,
                "directAccessGrantsEnabled",
                true,
                "attributes",
                Map.of("client.use.lightweight.access.token.enabled", "true"));
        realm.admin().post("/clients", light).expect(201);
        GuardedClients.forService(realm, "light");
        String token = realm.token(person.username(), "light");
        assertThat(Tokens.decode(token).has("sub")).isFalse();

        assertRefused(GuardedClients.exchange(realm, token));

        give(realm);
        assertThat(GuardedClients.exchange(realm, token).expect(200).json().has("access_token"))
                .isTrue();
    }

    @Test
    void a_token_that_names_its_owner_for_one_application_only_is_exchanged_for_whom_it_is_open(TestRealm realm) {
        realm.admin()
                .post(
                        "/clients",
                        Map.of(
                                "clientId",
                                "pairwise",
                                "publicClient",
                                true,
                                "directAccessGrantsEnabled",
                                true,
                                "redirectUris",
                                List.of(DEMO_APP + "*")))
                .expect(201);
        Map<String, Object> mapper = Map.of(
                "name", "pairwise",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-sha256-pairwise-sub-mapper",
                "config", Map.of("pairwiseSubAlgorithmSalt", "salt"));
        realm.admin()
                .post(
                        "/clients/%s/protocol-mappers/models"
                                .formatted(Clients.of(realm).id("pairwise")),
                        mapper)
                .expect(201);
        GuardedClients.forService(realm, "pairwise");
        String token = realm.token(person.username(), "pairwise");
        assertThat(Tokens.decode(token).get("sub").asText()).isNotEqualTo(person.id());
        assertRefused(GuardedClients.exchange(realm, token));

        give(realm);

        assertThat(GuardedClients.exchange(realm, token).expect(200).json().has("access_token"))
                .isTrue();
    }

    @Test
    void a_session_that_may_show_no_page_is_told_so(TestRealm realm) {
        CodeFlow console = realm.accountConsole();
        console.signIn(person.username());

        Answer answer = console.then(PRONOTE, DEMO_APP).open(Map.of("prompt", "none"));

        assertThat(answer.expect(302).header("Location")).contains("error=login_required");
    }

    private String give(TestRealm realm) {
        return GrantToGive.aGrant(realm).to(person.username()).give();
    }

    /** No housekeeping has seen it yet, which ends the sessions too. */
    private static void letDaysBeOver(TestRealm realm, String grant) {
        LedgerRows.of(realm).endAt(grant, Days.endOf(Days.in(-1)));
    }

    private static void end(TestRealm realm, String grant) {
        realm.relais(HEAD).delete("/grants/" + grant).expect(200);
    }

    private static Answer userInfo(TestRealm realm, String token) {
        return new Api(realm.server().url(), () -> token)
                .get("/realms/" + realm.name() + "/protocol/openid-connect/userinfo");
    }

    private static com.fasterxml.jackson.databind.JsonNode introspection(TestRealm realm, String token) {
        return realm.server()
                .api()
                .postForm(
                        "/realms/" + realm.name() + "/protocol/openid-connect/token/introspect",
                        Map.of("token", token, "client_id", SERVICE, "client_secret", GuardedClients.SECRET))
                .expect(200)
                .json();
    }

    private static void assertRefused(Answer answer) {
        assertThat(GuardedClients.refuses(answer)).as(answer.text()).isTrue();
    }
}
