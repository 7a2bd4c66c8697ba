package org.relais.keycloak.it;

import java.util.List;
import java.util.Map;

/** A second realm at which people of the first may sign in: its identity provider {@value #ALIAS}. */
final class OtherRealm implements AutoCloseable {

    static final String ALIAS = "ailleurs";

    private final TestRealm realm;
    private final TestRealm other;

    private OtherRealm(TestRealm realm, TestRealm other) {
        this.realm = realm;
        this.other = other;
    }

    static OtherRealm of(TestRealm realm) {
        OtherRealm other = new OtherRealm(realm, realm.server().freshRealm());
        other.introduce();
        return other;
    }

    /** An account of the same name there, linked with the person's here. */
    void link(TestPerson person) {
        TestPerson there = add(person.username());
        realm.admin()
                .post(
                        "/users/%s/federated-identity/%s".formatted(person.id(), ALIAS),
                        Map.of("userId", there.id(), "userName", there.username()))
                .expect(204);
    }

    /** An account there whose owner has none here. */
    TestPerson add(String username) {
        return TestPerson.aPerson().identifiedBy(username).whoSignsIn().in(other);
    }

    /** Where the flow of an application ends when the person signs in there. */
    Answer signIn(CodeFlow flow, String username) {
        PlainBrowser browser = flow.browser();
        String server = realm.server().url().toString();
        Answer login = browser.follow(flow.open(Map.of("kc_idp_hint", ALIAS)), server);
        Answer next = browser.post(
                HtmlForm.in(login, "kc-form-login").action(),
                Map.of("username", username, "password", TestRealm.PASSWORD));
        return browser.follow(next, server);
    }

    @Override
    public void close() {
        other.close();
    }

    private void introduce() {
        String address = realm.server().url() + "/realms/";
        other.admin()
                .post(
                        "/clients",
                        Map.of(
                                "clientId",
                                "academie",
                                "secret",
                                "secret",
                                "publicClient",
                                false,
                                "redirectUris",
                                List.of(address + realm.name() + "/broker/" + ALIAS + "/endpoint")))
                .expect(201);
        String endpoints = address + other.name() + "/protocol/openid-connect/";
        realm.admin()
                .post(
                        "/identity-provider/instances",
                        Map.of(
                                "alias",
                                ALIAS,
                                "providerId",
                                "keycloak-oidc",
                                "enabled",
                                true,
                                "trustEmail",
                                true,
                                "config",
                                Map.of(
                                        "clientId",
                                        "academie",
                                        "clientSecret",
                                        "secret",
                                        "clientAuthMethod",
                                        "client_secret_post",
                                        "authorizationUrl",
                                        endpoints + "auth",
                                        "tokenUrl",
                                        endpoints + "token",
                                        "userInfoUrl",
                                        endpoints + "userinfo",
                                        "issuer",
                                        address + other.name(),
                                        "validateSignature",
                                        "true",
                                        "useJwksUrl",
                                        "true",
                                        "jwksUrl",
                                        endpoints + "certs")))
                .expect(201);
    }
}
