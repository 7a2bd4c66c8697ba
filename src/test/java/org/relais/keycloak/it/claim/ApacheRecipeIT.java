package org.relais.keycloak.it.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.server.Ports;

/** The recipe for Apache: a page that knows nothing of groups opens and closes, in a real browser. */
@ExtendWith(RelaisServer.class)
class ApacheRecipeIT {

    private static final int PORT = Ports.free().http();
    private static final String PAGE = "http://localhost:" + PORT + "/vie-scolaire/";

    private static HttpServer pages;
    private static Apache apache;
    private static Chromium chromium;

    @BeforeAll
    static void the_recipe_is_followed(TestRealm realm, Chromium browser) throws IOException {
        pages = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        pages.createContext("/", exchange -> {
            String name = exchange.getRequestHeaders().getFirst("OIDC_CLAIM_preferred_username");
            byte[] text = ("Vie scolaire: " + name).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        pages.start();
        Recipe recipe = Recipe.of("Apache as a proxy")
                .with("https://sso.example/realms/academie", realm.server().url() + "/realms/" + realm.name())
                .with("https://intranet.example", "http://localhost:" + PORT)
                .with(
                        "http://pages.example",
                        "http://127.0.0.1:" + pages.getAddress().getPort())
                .with("OIDCUserInfoRefreshInterval 60", "OIDCUserInfoRefreshInterval 1");
        recipe.follow(realm);
        apache = Apache.serving(PORT, recipe.block("apache"));
        chromium = browser;
    }

    @AfterAll
    static void everything_stops() {
        apache.close();
        pages.stop(0);
    }

    @Test
    void the_page_opens_with_an_access_and_closes_when_it_is_taken_back(TestRealm realm) {
        TestPerson person = TestPerson.aPerson().whoSignsIn().in(realm);
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            signIn(page, person);
            PlaywrightAssertions.assertThat(page.locator("#relais-closed")).containsText("Intranet");

            String grant = GrantToGive.aGrant(realm).to(person.username()).give();
            signIn(page, person);
            PlaywrightAssertions.assertThat(page.locator("body")).hasText("Vie scolaire: " + person.username());

            realm.relais(HEAD).delete("/grants/" + grant).expect(200);
            assertCloses(page);
        }
    }

    @Test
    void the_page_closes_at_the_end_of_the_last_day_by_itself(TestRealm realm) {
        TestPerson person = TestPerson.aPerson().whoSignsIn().in(realm);
        String grant = GrantToGive.aGrant(realm).to(person.username()).give();
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            signIn(page, person);
            PlaywrightAssertions.assertThat(page.locator("body")).containsText("Vie scolaire");

            LedgerRows.of(realm).endAt(grant, Instant.now().minusMillis(1).toEpochMilli());

            assertCloses(page);
        }
    }

    @Test
    void an_access_to_another_school_does_not_open_it(TestRealm realm) {
        TestPerson person =
                TestPerson.aPerson().whoSignsIn().officiallyIn("0299001B_AES").in(realm);
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            Response answer = signIn(page, person);

            assertThat(page.url()).startsWith(PAGE);
            assertThat(page.textContent("body")).doesNotContain("Vie scolaire");
            assertThat(answer.status()).isIn(401, 403);
        }
    }

    private static Response signIn(Page page, TestPerson person) {
        page.navigate(PAGE);
        page.locator("#username").fill(person.username());
        page.locator("#password").fill(TestRealm.PASSWORD);
        Response[] last = new Response[1];
        page.onResponse(response -> last[0] = response.request().isNavigationRequest() ? response : last[0]);
        page.locator("#kc-login").click();
        page.waitForLoadState();
        return last[0];
    }

    /** Within the interval at which Apache asks again. */
    private static void assertCloses(Page page) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(page.navigate(PAGE).status()).isIn(401, 403));
        assertThat(page.textContent("body")).doesNotContain("Vie scolaire");
    }
}
