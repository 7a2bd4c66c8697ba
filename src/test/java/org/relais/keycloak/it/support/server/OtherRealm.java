package org.relais.keycloak.it.support.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.it.support.people.OfficialRecordFixture;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.CodeFlow;
import org.relais.keycloak.it.support.protocol.HtmlForm;
import org.relais.keycloak.it.support.protocol.PlainBrowser;

/** A second realm at which people of the first may sign in: its identity provider {@value #ALIAS}. */
public final class OtherRealm implements AutoCloseable {

    public static final String ALIAS = "ailleurs";

    private static final String CLIENT = "academie";

    private final TestRealm realm;
    private final TestRealm other;

    private OtherRealm(TestRealm realm, TestRealm other) {
        this.realm = realm;
        this.other = other;
    }

    public static OtherRealm of(TestRealm realm) {
        OtherRealm other = new OtherRealm(realm, realm.server().freshRealm());
        other.introduce();
        return other;
    }

    /** An account of the same name there, linked with the person's here. */
    public void link(TestPerson person) {
        TestPerson there = add(person.username());
        realm.admin()
                .post(
                        "/users/%s/federated-identity/%s".formatted(person.id(), ALIAS),
                        Map.of("userId", there.id(), "userName", there.username()))
                .expect(204);
    }

    /** An account there whose owner has none here. */
    public TestPerson add(String username) {
        return TestPerson.aPerson().identifiedBy(username).whoSignsIn().in(other);
    }

    /** Whoever comes brings their functions, each time. */
    public OtherRealm bringingFunctions() {
        String client = other.admin()
                .get("/clients?clientId=" + CLIENT)
                .expect(200)
                .json()
                .at("/0/id")
                .asText();
        Map<String, Object> told = Map.of(
                "name", "functions",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-usermodel-attribute-mapper",
                "config",
                        Map.of(
                                "user.attribute", OfficialRecordFixture.FUNCTIONS,
                                "claim.name", "functions",
                                "multivalued", "true",
                                "jsonType.label", "String",
                                "id.token.claim", "true",
                                "access.token.claim", "true",
                                "userinfo.token.claim", "true"));
        other.admin()
                .post("/clients/" + client + "/protocol-mappers/models", told)
                .expect(201);
        Map<String, Object> taken = Map.of(
                "name",
                "functions",
                "identityProviderAlias",
                ALIAS,
                "identityProviderMapper",
                "oidc-user-attribute-idp-mapper",
                "config",
                Map.of("claim", "functions", "user.attribute", OfficialRecordFixture.FUNCTIONS, "syncMode", "FORCE"));
        realm.admin()
                .post("/identity-provider/instances/" + ALIAS + "/mappers", taken)
                .expect(201);
        return this;
    }

    /** Itself, for what its administrators do. */
    public TestRealm there() {
        return other;
    }

    /** Where the flow of an application ends when the person signs in there. */
    public Answer signIn(CodeFlow flow, String username) {
        PlainBrowser browser = flow.browser();
        String server = realm.server().url().toString();
        Answer login = browser.follow(flow.open(Map.of("kc_idp_hint", ALIAS)), server);
        Answer next = browser.post(
                HtmlForm.in(login, "kc-form-login").action(),
                Map.of("username", username, "password", TestRealm.PASSWORD));
        return browser.follow(next, server);
    }

    /** That realm's word for somebody, made out to the realm of the applications. */
    public String assertion(String username) {
        return other.token(username, "assertions");
    }

    @Override
    public void close() {
        other.close();
    }

    private void introduce() {
        String address = realm.server().url() + "/realms/";
        Map<String, Object> broker = Map.of(
                "clientId",
                CLIENT,
                "secret",
                "secret",
                "publicClient",
                false,
                "redirectUris",
                List.of(address + realm.name() + "/broker/" + ALIAS + "/endpoint"));
        other.admin().post("/clients", broker).expect(201);
        other.admin().post("/clients", assertions(address + realm.name())).expect(201);
        Map<String, Object> provider = Map.of(
                "alias",
                ALIAS,
                "providerId",
                "keycloak-oidc",
                "enabled",
                true,
                "trustEmail",
                true,
                "config",
                settings(address + other.name()));
        realm.admin().post("/identity-provider/instances", provider).expect(201);
    }

    /** A client whose tokens are for an issuer and for nobody else. */
    private static Map<String, Object> assertions(String issuer) {
        Map<String, Object> mapper = Map.of(
                "name", "academie",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-audience-mapper",
                "config", Map.of("included.custom.audience", issuer, "access.token.claim", "true"));
        return Map.of(
                "clientId", "assertions",
                "publicClient", true,
                "directAccessGrantsEnabled", true,
                "fullScopeAllowed", false,
                "protocolMappers", List.of(mapper));
    }

    private static Map<String, String> settings(String issuer) {
        String endpoints = issuer + "/protocol/openid-connect/";
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("clientId", CLIENT);
        settings.put("clientSecret", "secret");
        settings.put("clientAuthMethod", "client_secret_post");
        settings.put("issuer", issuer);
        settings.put("authorizationUrl", endpoints + "auth");
        settings.put("tokenUrl", endpoints + "token");
        settings.put("userInfoUrl", endpoints + "userinfo");
        settings.put("validateSignature", "true");
        settings.put("useJwksUrl", "true");
        settings.put("jwksUrl", endpoints + "certs");
        settings.put("jwtAuthorizationGrantEnabled", "true");
        return settings;
    }
}
