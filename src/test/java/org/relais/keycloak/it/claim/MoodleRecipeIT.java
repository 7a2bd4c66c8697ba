package org.relais.keycloak.it.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.protocol.HtmlForm;
import org.relais.keycloak.it.support.protocol.PlainBrowser;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** The recipe for Moodle, with a client that asks as Moodle's {@code \core\oauth2\client} does. */
@ExtendWith(RelaisServer.class)
class MoodleRecipeIT {

    private static final String CALLBACK = "https://moodle.example/admin/oauth2callback.php";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&#]+)");

    private static String clientId;

    @BeforeAll
    static void the_recipe_is_followed(TestRealm realm) {
        clientId = Recipe.of("Let people sign in").follow(realm);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void it_opens_with_an_access_and_closes_with_its_end(boolean secretInHeader, TestRealm realm) {
        TestPerson person = TestPerson.aPerson().whoSignsIn().in(realm);
        assertThat(signInPage(realm, person).expect(200).text()).contains("relais-closed", "Moodle");

        String grant = GrantToGive.aGrant(realm).to(person.username()).give();
        Api withToken = signedIn(realm, person, secretInHeader);
        JsonNode info = withToken.get("").expect(200).json();
        assertThat(info.get("preferred_username").asText()).isEqualTo(person.username());
        assertThat(info.get("email").asText()).isEqualTo(person.email());
        assertThat(info.get("groups").toString()).isEqualTo("[\"0359001U_AES\"]");
        assertThat(info.get("access_ends_on").asText()).isEqualTo(Days.soon().toString());

        realm.relais(HEAD).delete("/grants/" + grant).expect(200);
        assertThat(withToken.get("").status())
                .as("the gate refuses, unless the session is over already")
                .isIn(403, 401);
        Awaitility.await()
                .untilAsserted(() -> assertThat(withToken.get("").status()).isEqualTo(401));
        assertThat(signInPage(realm, person).expect(200).text()).contains("relais-closed");
    }

    private static Answer signInPage(TestRealm realm, TestPerson person) {
        PlainBrowser browser = new PlainBrowser();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", clientId);
        query.put("response_type", "code");
        query.put("redirect_uri", CALLBACK);
        query.put("state", "/auth/oauth2/login.php?wantsurl=%2F&sesskey=abc&id=1");
        query.put("scope", "openid profile email");
        Answer page = browser.get(discovered(realm, "authorization_endpoint") + "?" + Api.encode(query));
        return browser.post(
                HtmlForm.in(page, "kc-form-login").action(),
                Map.of("username", person.username(), "password", TestRealm.PASSWORD));
    }

    /** The user info of somebody who has signed in. */
    private static Api signedIn(TestRealm realm, TestPerson person, boolean secretInHeader) {
        Answer redirect = signInPage(realm, person).expect(302);
        Matcher code = CODE.matcher(redirect.header("Location"));
        assertThat(code.find()).as(redirect.header("Location")).isTrue();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("code", code.group(1));
        form.put("grant_type", "authorization_code");
        form.put("redirect_uri", CALLBACK);
        Api tokens = new Api(URI.create(discovered(realm, "token_endpoint")), () -> null);
        if (secretInHeader) {
            String pair = Api.encode(clientId) + ":" + Api.encode("change-me");
            tokens = tokens.with(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        } else {
            form.put("client_id", clientId);
            form.put("client_secret", "change-me");
        }
        String access = Tokens.of(tokens.postForm("", form).expect(200).json()).access();
        return new Api(URI.create(discovered(realm, "userinfo_endpoint")), () -> access);
    }

    private static String discovered(TestRealm realm, String endpoint) {
        return realm.server()
                .api()
                .get("/realms/" + realm.name() + "/.well-known/openid-configuration")
                .expect(200)
                .json()
                .get(endpoint)
                .asText();
    }
}
