package org.relais.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.DEMO_APP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.server.GuardedClients.SAML;
import static org.relais.keycloak.it.support.server.GuardedClients.SAML_CONSUMER;
import static org.relais.keycloak.it.support.server.GuardedClients.SERVICE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.protocol.CodeFlow;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.Clients;
import org.relais.keycloak.it.support.server.GuardedClients;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestClients;
import org.relais.keycloak.it.support.server.TestRealm;

/** The ways in that {@link LoginFlow} does not have: each is closed to whom no group opens the application. */
@ExtendWith(RelaisServer.class)
class EveryDoorIT {

    private TestPerson person;

    @BeforeAll
    static void the_gate_is_installed(TestRealm realm) {
        GuardedClients.addTo(realm);
        GuardedClients.forService(realm, TestClients.NO_AUDIENCE);
        Clients.of(realm).setAttribute(SAML, "saml.allow.ecp.flow", "true");
    }

    @BeforeEach
    void somebody_comes(TestRealm realm) {
        person = TestPerson.aPerson().whoSignsIn().in(realm);
    }

    @Test
    void the_implicit_flow_brings_no_token(TestRealm realm) {
        CodeFlow flow = realm.codeFlow(SERVICE, DEMO_APP);
        Answer refused =
                flow.answerForm(flow.open(Map.of("response_type", "id_token token", "nonce", "n")), person.username());

        assertThat(refused.text()).contains("relais-closed");
        assertThat(String.valueOf(refused.header("Location"))).doesNotContain("token=");
    }

    @Test
    void an_offline_token_brings_nothing_once_the_access_is_over(TestRealm realm) {
        String grant = give(realm);
        Tokens offline =
                Tokens.of(realm.askToken(PRONOTE, TestRealm.passwordForm(person.username(), "openid offline_access"))
                        .expect(200)
                        .json());

        realm.relais(HEAD).delete("/grants/" + grant).expect(200);

        Answer answer = realm.tryRefresh(offline, PRONOTE);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().has("access_token")).isFalse();
    }

    @Test
    void saml_without_a_browser_brings_no_assertion(TestRealm realm) {
        assertThat(ecp(realm).text()).doesNotContain("Assertion ");

        give(realm);

        assertThat(ecp(realm).expect(200).text()).contains("Assertion ");
    }

    @Test
    void an_exchange_for_another_application_is_refused_by_that_one(TestRealm realm) {
        String token = realm.token(person.username(), TestClients.NO_AUDIENCE);

        Answer answer = GuardedClients.askAsService(
                realm,
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:token-exchange",
                        "subject_token",
                        token,
                        "subject_token_type",
                        "urn:ietf:params:oauth:token-type:access_token",
                        "audience",
                        PRONOTE));

        assertThat(GuardedClients.refuses(answer)).as(answer.text()).isTrue();
    }

    @Test
    void an_exchange_for_a_refresh_token_is_refused(TestRealm realm) {
        String token = realm.token(person.username(), TestClients.NO_AUDIENCE);

        Answer answer = GuardedClients.askAsService(
                realm,
                Map.of(
                        "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                        "subject_token", token,
                        "subject_token_type", "urn:ietf:params:oauth:token-type:access_token",
                        "requested_token_type", "urn:ietf:params:oauth:token-type:refresh_token"));

        assertThat(GuardedClients.refuses(answer)).as(answer.text()).isTrue();
    }

    @Test
    void a_permission_ticket_for_the_resources_of_a_closed_application_brings_no_token(TestRealm realm) {
        addResources(realm);
        String token = realm.token(person.username(), TestClients.NO_AUDIENCE);

        Answer refused = ticket(realm, token);
        assertThat(GuardedClients.refuses(refused)).as(refused.text()).isTrue();
        assertThat(refused.text()).doesNotContain("access_token");

        give(realm);
        assertThat(ticket(realm, token).expect(200).json().has("access_token")).isTrue();
    }

    private static void addResources(TestRealm realm) {
        ObjectNode service = Clients.of(realm).find(SERVICE);
        service.put("serviceAccountsEnabled", true).put("authorizationServicesEnabled", true);
        String client = "/clients/" + service.get("id").asText();
        realm.admin().put(client, service).expect(204);
        ObjectNode settings = (ObjectNode)
                realm.admin().get(client + "/authz/resource-server").expect(200).json();
        realm.admin()
                .put(client + "/authz/resource-server", settings.put("policyEnforcementMode", "DISABLED"))
                .expect(204);
        realm.admin().post(client + "/authz/resource-server/resource", Map.of("name", "dossier"));
    }

    private static Answer ticket(TestRealm realm, String token) {
        return new Api(realm.server().url(), () -> token)
                .postForm(
                        "/realms/" + realm.name() + "/protocol/openid-connect/token",
                        Map.of("grant_type", "urn:ietf:params:oauth:grant-type:uma-ticket", "audience", SERVICE));
    }

    private String give(TestRealm realm) {
        return GrantToGive.aGrant(realm).to(person.username()).give();
    }

    /** Enhanced client or proxy: a program sends the password with the request. */
    private Answer ecp(TestRealm realm) {
        String basic = Base64.getEncoder()
                .encodeToString((person.username() + ":" + TestRealm.PASSWORD).getBytes(StandardCharsets.UTF_8));
        String envelope =
                """
                <S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>
                <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
                    xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_%s" Version="2.0" IssueInstant="%s"
                    AssertionConsumerServiceURL="%s" ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:PAOS">
                  <saml:Issuer>%s</saml:Issuer>
                </samlp:AuthnRequest></S:Body></S:Envelope>
                """.formatted(UUID.randomUUID(), Instant.now().truncatedTo(ChronoUnit.SECONDS), SAML_CONSUMER, SAML);
        return realm.server()
                .api()
                .with("Authorization", "Basic " + basic)
                .send("POST", "/realms/" + realm.name() + "/protocol/saml", "text/xml", envelope);
    }
}
