package org.relais.keycloak.it.support.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.relais.keycloak.it.support.server.TestRealm;

/** The sign-in of a device without a keyboard: the person signs in at a browser, the device asks for its tokens. */
public final class DeviceFlow {

    private final TestRealm realm;
    private final String clientId;
    private final PlainBrowser browser = new PlainBrowser();
    private final JsonNode device;

    public DeviceFlow(TestRealm realm, String clientId) {
        this.realm = realm;
        this.clientId = clientId;
        this.device = realm.server()
                .api()
                .postForm(
                        "/realms/" + realm.name() + "/protocol/openid-connect/auth/device",
                        Map.of("client_id", clientId, "scope", "openid"))
                .expect(200)
                .json();
    }

    /** What the person sees after having signed in: the question whether the device may, or a refusal. */
    public Answer signIn(String username) {
        Answer page = follow(browser.get(device.get("verification_uri_complete").asText()));
        return follow(browser.post(
                HtmlForm.in(page, "kc-form-login").action(),
                Map.of("username", username, "password", TestRealm.PASSWORD)));
    }

    /** The person lets the device in. */
    public void accept(Answer question) {
        HtmlForm form = HtmlForm.in(question, "login-actions");
        Map<String, String> answer = new LinkedHashMap<>(form.values());
        answer.put("accept", "Yes");
        String action = form.action().startsWith("/") ? realm.server().url() + form.action() : form.action();
        follow(browser.post(action, answer)).expect(200);
    }

    /** The person leaves the page that refuses. */
    public void goBack(Answer refusal) {
        follow(browser.post(HtmlForm.in(refusal, "login-actions").action(), Map.of()));
    }

    /** What the device is told. */
    public Answer ask() {
        return realm.askToken(
                clientId,
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:device_code",
                        "device_code",
                        device.get("device_code").asText()));
    }

    private Answer follow(Answer answer) {
        return browser.follow(answer, realm.server().url().toString());
    }
}
