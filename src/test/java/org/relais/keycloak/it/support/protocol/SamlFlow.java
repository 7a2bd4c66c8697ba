package org.relais.keycloak.it.support.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.relais.keycloak.it.support.server.TestRealm;

/** The sign-in of SAML by the POST binding, begun by the service provider, in one browser. */
public final class SamlFlow {

    private final TestRealm realm;
    private final String entityId;
    private final String consumer;
    private final PlainBrowser browser;

    public SamlFlow(TestRealm realm, String entityId, String consumer) {
        this(realm, entityId, consumer, new PlainBrowser());
    }

    public SamlFlow(TestRealm realm, String entityId, String consumer, PlainBrowser browser) {
        this.realm = realm;
        this.entityId = entityId;
        this.consumer = consumer;
        this.browser = browser;
    }

    public PlainBrowser browser() {
        return browser;
    }

    /** The first page: the login page, the response, or a refusal. */
    public Answer open() {
        return open(false);
    }

    /** @param passive no page may be shown to the person */
    public Answer open(boolean passive) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put(
                "SAMLRequest",
                Base64.getEncoder().encodeToString(request(passive).getBytes(StandardCharsets.UTF_8)));
        form.put("RelayState", "where-i-was");
        return browser.follow(
                browser.post(endpoint(), form), realm.server().url().toString());
    }

    /** What follows the login page: the response, or a page that refuses. */
    public Answer answerForm(Answer page, String username) {
        Answer next = browser.post(
                HtmlForm.in(page, "kc-form-login").action(),
                Map.of("username", username, "password", TestRealm.PASSWORD));
        return browser.follow(next, realm.server().url().toString());
    }

    /** The whole way; fails with the page where it ended instead. */
    public SamlAnswer signIn(String username) {
        return SamlAnswer.in(answerForm(open(), username));
    }

    private String endpoint() {
        return realm.server().url() + "/realms/" + realm.name() + "/protocol/saml";
    }

    private String request(boolean passive) {
        return """
                <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
                    xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_%s" Version="2.0" IssueInstant="%s"
                    Destination="%s" AssertionConsumerServiceURL="%s" IsPassive="%s"
                    ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST">
                  <saml:Issuer>%s</saml:Issuer>
                </samlp:AuthnRequest>
                """.formatted(
                        UUID.randomUUID(),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        endpoint(),
                        consumer,
                        passive,
                        entityId);
    }
}
