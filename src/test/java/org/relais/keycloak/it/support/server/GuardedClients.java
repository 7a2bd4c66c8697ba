package org.relais.keycloak.it.support.server;

import static org.relais.keycloak.it.support.people.DemoNames.DEMO_APP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.SamlFlow;

/** Clients of every kind that the profile AES opens, with the client scopes of Relais, in a realm that has been set up. */
public final class GuardedClients {

    /** What the application is told of a refusal. */
    public static final String REASON = "No group of the person opens the application " + PRONOTE + " now";

    /** Confidential: exchanges tokens, asks for people behind the back of their browser. */
    public static final String SERVICE = "service";

    public static final String SECRET = "secret";
    public static final String SAML = "https://sp.example/metadata";
    public static final String SAML_CONSUMER = "https://sp.example/acs";

    private GuardedClients() {}

    public static void addTo(TestRealm realm) {
        realm.admin().post("/relais/setup", Map.of()).expect(200);
        TestProfiles.of(realm).set("AES", "clients", "pronote-{uai}", "pmb", SERVICE, SAML);
        Clients.of(realm).setAttribute(PRONOTE, "oauth2.device.authorization.grant.enabled", "true");
        realm.admin().post("/clients", service()).expect(201);
        realm.admin().post("/clients", saml()).expect(201);
        Clients.of(realm).addScope(SERVICE, "relais");
        Clients.of(realm).addScope(SAML, "relais-saml");
    }

    public static SamlFlow samlFlow(TestRealm realm) {
        return new SamlFlow(realm, SAML, SAML_CONSUMER);
    }

    /** Asks for a token as the confidential client. */
    public static Answer askAsService(TestRealm realm, Map<String, String> form) {
        Map<String, String> whole = new LinkedHashMap<>(form);
        whole.put("client_secret", SECRET);
        return realm.askToken(SERVICE, whole);
    }

    /** The service exchanges somebody's token that was made for it. */
    public static Answer exchange(TestRealm realm, String accessToken) {
        return askAsService(
                realm,
                Map.of(
                        "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                        "subject_token", accessToken,
                        "subject_token_type", "urn:ietf:params:oauth:token-type:access_token"));
    }

    /** Lets the tokens of a client be for the service too. */
    public static void forService(TestRealm realm, String clientId) {
        Map<String, String> config = Map.of(
                "included.client.audience", SERVICE,
                "access.token.claim", "true",
                "introspection.token.claim", "true",
                "lightweight.claim", "true");
        Map<String, Object> mapper = Map.of(
                "name",
                SERVICE,
                "protocol",
                "openid-connect",
                "protocolMapper",
                "oidc-audience-mapper",
                "config",
                config);
        realm.admin()
                .post(
                        "/clients/%s/protocol-mappers/models"
                                .formatted(Clients.of(realm).id(clientId)),
                        mapper)
                .expect(201);
    }

    private static Map<String, Object> service() {
        return Map.of(
                "clientId",
                SERVICE,
                "secret",
                SECRET,
                "publicClient",
                false,
                "directAccessGrantsEnabled",
                true,
                "redirectUris",
                List.of(DEMO_APP + "*"),
                "implicitFlowEnabled",
                true,
                "attributes",
                Map.of(
                        "standard.token.exchange.enabled", "true",
                        "oauth2.jwt.authorization.grant.enabled", "true",
                        "oauth2.jwt.authorization.grant.idp", OtherRealm.ALIAS,
                        "oidc.ciba.grant.enabled", "true",
                        "ciba.backchannel.token.delivery.mode", "poll"));
    }

    private static Map<String, Object> saml() {
        return Map.of(
                "clientId",
                SAML,
                "protocol",
                "saml",
                "redirectUris",
                List.of(SAML_CONSUMER),
                "attributes",
                Map.of(
                        "saml.client.signature", "false",
                        "saml.server.signature", "true",
                        "saml.force.post.binding", "true",
                        "saml_idp_initiated_sso_url_name", "portail",
                        "saml_assertion_consumer_url_post", SAML_CONSUMER));
    }

    /** A whole answer of a token endpoint: whether it refuses for want of access. */
    public static boolean refuses(Answer answer) {
        JsonNode error = answer.json().path("error");
        return answer.status() >= 400 && error.asText().equals("access_denied");
    }
}
