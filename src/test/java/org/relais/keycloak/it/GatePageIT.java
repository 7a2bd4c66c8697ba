package org.relais.keycloak.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.keycloak.server.Project;

/** What a person sees to whom an application is closed: which one, since when, whom to ask, and a way back. */
@ExtendWith(RelaisServer.class)
class GatePageIT {

    private static final String PRONOTE = "pronote-0359001U";

    private static Chromium chromium;

    @BeforeAll
    static void an_access_has_been_given_and_ended(TestRealm realm) {
        chromium = Chromium.launch();
        realm.admin().post("/relais/gate", Map.of()).expect(200);
        var change = Map.of("add", List.of(Map.of("userId", realm.userId("helene.gueguen"))), "reason", "Arrivée");
        var granted = realm.relais("nolwenn.legoff")
                .post("/groups/" + realm.groupId("0359001U_AES") + "/changes", change)
                .expect(200)
                .json()
                .path("granted")
                .get(0);
        realm.relais("nolwenn.legoff")
                .delete("/grants/" + granted.path("id").asText())
                .expect(200);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fr-FR, Cette application ne vous est pas ouverte, Votre accès s’est terminé le, Collège des Bruyères",
        "en-GB, This application is not open to you, Your access ended on, Collège des Bruyères"
    })
    void the_page_says_which_application_since_when_and_whom_to_ask(
            String language, String title, String ended, String school, TestRealm realm) {
        try (BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale(language).setViewportSize(900, 760))) {
            Page page = context.newPage();
            page.navigate(authorization(realm, language.substring(0, 2)));
            page.locator("#username").fill("helene.gueguen");
            page.locator("#password").fill(TestRealm.PASSWORD);
            page.locator("#kc-login").click();

            assertThat(page.locator("h1")).containsText(title);
            assertThat(page.locator("#relais-closed")).containsText("PRONOTE");
            assertThat(page.locator("#relais-ended")).containsText(ended);
            assertThat(page.locator("#relais-closed")).containsText(school);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Project.target().resolve("pictures/closed-" + language + ".png")));
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();

            Request back = page.waitForRequest(
                    Pattern.compile("http://localhost:8081/.*"),
                    () -> page.locator("#relais-back").click());
            assertThat(back.url()).contains("error=access_denied");
        }
    }

    private static String authorization(TestRealm realm, String locale) {
        return realm.server().url() + "/realms/" + realm.name() + "/protocol/openid-connect/auth?client_id=" + PRONOTE
                + "&response_type=code&scope=openid&redirect_uri=http%3A%2F%2Flocalhost%3A8081%2F&ui_locales=" + locale
                + "&state=" + UUID.randomUUID();
    }
}
