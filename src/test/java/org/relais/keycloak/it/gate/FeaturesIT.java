package org.relais.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.Clients;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.GuardedClients;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** A server with other features of Keycloak: ways in that Keycloak's default has not, and no client policies. */
@ExtendWith(RelaisServer.class)
class FeaturesIT {

    private static final String REGISTRY = "registre";
    private static final String WALLET = "portefeuille";
    private static final String CREDENTIAL = "carte";
    private static final String PRE_AUTHORIZED = "urn:ietf:params:oauth:grant-type:pre-authorized_code";

    private static ServerUnderTest server;
    private static TestRealm realm;

    private TestPerson person;

    @BeforeAll
    static void a_realm_with_the_gate_on_a_server_without_client_policies(ServerUnderTest shared) {
        server = shared.withFeatures(
                "features",
                "docker,oid4vc-vci,oid4vc-vci-preauth-code,oid4vc-vci-rest-credential-offer",
                "client-policies");
        realm = server.freshRealm();
        realm.set("verifiableCredentialsEnabled", true);
        GuardedClients.addTo(realm);
        addRegistry();
        addWallet();
        TestProfiles.of(realm).set("AES", "clients", "pronote-{uai}", REGISTRY, WALLET);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void somebody_comes() {
        person = TestPerson.aPerson().whoSignsIn().in(realm);
    }

    @Test
    void the_status_says_that_the_gate_does_not_stand_and_why() {
        assertThat(realm.admin()
                        .post("/relais/gate", Map.of())
                        .expect(200)
                        .json()
                        .get("installed")
                        .asBoolean())
                .isFalse();

        JsonNode status = realm.admin().get("/relais/status").expect(200).json();

        assertThat(status.at("/gate/installed").asBoolean()).isFalse();
        assertThat(status.get("warnings").findValuesAsText("code")).contains("warning-gate-policies");
    }

    @Test
    void a_realm_without_the_gate_is_not_warned() {
        String name = "no-gate";
        server.admin()
                .post("/admin/realms", Map.of("realm", name, "enabled", true))
                .expect(201);

        JsonNode status = server.admin()
                .get("/admin/realms/" + name + "/relais/status")
                .expect(200)
                .json();

        assertThat(status.get("warnings").findValuesAsText("code")).doesNotContain("warning-gate-policies");
    }

    @Test
    void the_log_says_so_at_the_start() {
        assertThat(server.log()).contains("RELAIS401");
    }

    @Test
    void tokens_for_a_closed_application_tell_of_no_group() {
        Clients.of(realm).addScope(PRONOTE, "relais");

        Tokens closed = realm.signIn(person.username(), PRONOTE);
        assertThat(closed.claims().fieldNames()).toIterable().doesNotContain("groups", "schools", "access_ends_on");
        assertThat(closed.idClaims().fieldNames()).toIterable().doesNotContain("groups", "schools", "access_ends_on");

        give();
        assertThat(realm.signIn(person.username(), PRONOTE).groups()).containsExactly(GROUP);
    }

    @Test
    void a_registry_is_closed_to_whom_no_group_opens_it() {
        Answer refused = askRegistry();
        assertThat(refused.text()).contains("access_denied").doesNotContain("token");
        assertThat(refused.status()).isEqualTo(403);

        give();

        assertThat(askRegistry().expect(200).json().get("token").asText()).contains(".");
    }

    @Test
    void a_pre_authorized_code_is_worth_nothing_once_the_access_is_over() {
        String grant = give();
        String first = preAuthorizedCode();
        String second = preAuthorizedCode();
        assertThat(redeem(first).expect(200).json().has("access_token")).isTrue();

        LedgerRows.of(realm).endAt(grant, Days.endOf(Days.in(-1)));

        Answer refused = redeem(second);
        assertThat(refused.expect(400).json().path("error").asText()).isEqualTo("access_denied");
        assertThat(refused.text()).doesNotContain("access_token");
    }

    private String give() {
        return GrantToGive.aGrant(realm).to(person.username()).give();
    }

    private Answer askRegistry() {
        String basic = Base64.getEncoder()
                .encodeToString((person.username() + ":" + TestRealm.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return server.api()
                .with("Authorization", "Basic " + basic)
                .get("/realms/%s/protocol/docker-v2/auth?service=%s&account=%s&scope=repository:a/b:pull"
                        .formatted(realm.name(), REGISTRY, person.username()));
    }

    private String preAuthorizedCode() {
        realm.admin().post("/users/" + person.id() + "/vc/credentials", Map.of("credentialScopeName", CREDENTIAL));
        String token = realm.token(person.username(), WALLET);
        String protocol = "/realms/" + realm.name() + "/protocol/oid4vc/";
        Api asPerson = new Api(server.url(), () -> token);
        JsonNode uri = asPerson.get(protocol
                        + "create-credential-offer?pre_authorized=true&credential_configuration_id=" + CREDENTIAL)
                .expect(200)
                .json();
        JsonNode offer = server.api()
                .get(protocol + "credential-offer/" + uri.get("nonce").asText())
                .expect(200)
                .json();
        return offer.at("/grants/" + PRE_AUTHORIZED + "/pre-authorized_code").asText();
    }

    private static Answer redeem(String code) {
        return realm.askToken(WALLET, Map.of("grant_type", PRE_AUTHORIZED, "pre-authorized_code", code));
    }

    private static void addRegistry() {
        realm.admin()
                .post("/clients", Map.of("clientId", REGISTRY, "protocol", "docker-v2", "enabled", true))
                .expect(201);
    }

    private static void addWallet() {
        Map<String, Object> credential = Map.of(
                "name",
                CREDENTIAL,
                "protocol",
                "oid4vc",
                "attributes",
                Map.of("vc.credential_configuration_id", CREDENTIAL, "vc.binding_required", "false"));
        realm.admin().post("/client-scopes", credential).expect(201);
        Map<String, Object> wallet = Map.of(
                "clientId",
                WALLET,
                "publicClient",
                true,
                "directAccessGrantsEnabled",
                true,
                "optionalClientScopes",
                List.of(CREDENTIAL),
                "attributes",
                Map.of("oid4vci.enabled", "true"));
        realm.admin().post("/clients", wallet).expect(201);
    }
}
