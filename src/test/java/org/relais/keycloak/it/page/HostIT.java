package org.relais.keycloak.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.TEACHER;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Screenshot;
import org.relais.keycloak.it.support.people.PageFixture;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.protocol.Look;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** How the page lives in the console: a guest that changes nothing else, and that the console may move about. */
@ExtendWith(RelaisServer.class)
class HostIT {

    private static final String STRICT = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self'"
            + " 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self';"
            + " frame-ancestors 'self'; base-uri 'none'; form-action 'self'; object-src 'none'";
    private static Chromium chromium;

    @BeforeAll
    static void the_console_is_strict(TestRealm realm, Chromium browser) {
        chromium = browser;
        realm.admin()
                .put("", Map.of("browserSecurityHeaders", Map.of("contentSecurityPolicy", STRICT)))
                .expect(204);
        new PageFixture(realm).indexed();
    }

    @Test
    void people_on_other_pages_load_a_tiny_script_and_nothing_else(TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH)) {
            List<String> ours = new CopyOnWriteArrayList<>();
            console.page().onRequest(request -> noteOurs(request, ours));
            console.signIn(HEAD);
            console.page().waitForLoadState();
            assertThat(ours).isNotEmpty().allMatch(url -> url.contains("/relais/account-"));

            console.groups();
            assertThat(ours).anyMatch(url -> url.endsWith(".css"));
            assertThat(console.complaints()).isEmpty();
        }
    }

    @Test
    void the_stock_pages_look_the_same_after_a_visit(TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH).signIn(HEAD)) {
            Page page = console.page();
            page.locator("input#username, #firstName").first().waitFor();
            Screenshot before = Screenshot.of(page);
            console.groups();
            page.getByText("Informations personnelles").click();
            page.locator("input#username, #firstName").first().waitFor();
            before.awaitOn(page);
        }
    }

    @Test
    void an_address_of_the_page_survives_sign_in_reload_back_and_forward(TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH)) {
            Page page = console.page();
            page.navigate(console.address() + "content/relais#/groups/" + realm.groupId(GROUP) + "/journal");
            console.identify(HEAD);
            assertThat(page.locator("relais-groups h1")).containsText("AESH – Collège des Bruyères");
            page.reload();
            assertThat(page.locator(".relais-journal")).isVisible();
            page.locator(".relais-back a").click();
            assertThat(page.locator("relais-groups h1")).hasText("Gestion des groupes");
            page.goBack();
            assertThat(page.locator(".relais-journal")).isVisible();
            page.goForward();
            assertThat(page.locator("relais-groups h1")).hasText("Gestion des groupes");
            assertThat(page.locator("relais-groups")).hasCount(1);
            assertThat(console.complaints()).isEmpty();
        }
    }

    @Test
    void people_who_manage_nothing_see_their_own_access_only(TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH)) {
            Page page = console.signIn(TEACHER).groups().page();
            assertThat(page.locator("relais-groups h1")).hasText("Mes accès");
            assertThat(page.locator(".relais-card")).containsText("Enseignants");
            assertThat(page.locator(".relais-topnav")).hasCount(0);
        }
    }

    private static void noteOurs(Request request, List<String> ours) {
        if (request.url().contains("/relais/relais/")) {
            ours.add(request.url());
        }
    }
}
