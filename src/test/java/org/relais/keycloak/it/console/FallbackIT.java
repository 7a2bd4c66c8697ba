package org.relais.keycloak.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ADMINISTRATOR;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.protocol.Look;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** Where the console's insides are not what we expect, the section is shown all the same. */
@ExtendWith(RelaisServer.class)
class FallbackIT {

    private static final String BOOT = "**/relais/admin/admin-*.js";

    private static Chromium chromium;

    @BeforeAll
    static void launch(Chromium browser) {
        chromium = browser;
    }

    @Test
    void without_the_router_the_page_stands_in_front_of_the_pages_of_the_console(TestRealm realm) {
        try (var console = AdminConsole.open(chromium, realm, Look.FRENCH)) {
            Page page = console.page();
            page.route(BOOT, route -> without(route, "patchRoutes"));
            console.signIn(ADMINISTRATOR);
            page.locator("#nav-item-relais").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            console.section();
            assertThat(page.locator("#relais-overlay relais-admin h1")).hasText("Accès anticipé");
            console.at("schools");
            assertThat(console.row("Collège des Bruyères")).hasCount(1);
            console.pictures("fr").take("fallback");
            page.locator("#nav-item-users").click();
            assertThat(page.locator("relais-admin")).hasCount(0);
            assertThat(page.locator("main table")).isVisible();
            page.goBack();
            assertThat(console.row("Collège des Bruyères")).hasCount(1);
            assertThat(console.complaints()).isEmpty();
        }
    }

    @Test
    void without_the_client_of_the_console_a_token_comes_by_a_silent_sign_in(TestRealm realm) {
        try (var console = AdminConsole.open(chromium, realm, Look.FRENCH)) {
            console.page().route(BOOT, route -> without(route, "updateToken"));
            console.signIn(ADMINISTRATOR).section().at("schools");
            assertThat(console.row("Collège des Bruyères")).hasCount(1);
            assertThat(console.complaints()).isEmpty();
        }
    }

    @Test
    void the_page_has_an_address_at_which_it_needs_no_console(TestRealm realm) {
        try (var console = AdminConsole.open(chromium, realm, Look.FRENCH)) {
            console.signInAt(ADMINISTRATOR, "?relais#/" + realm.name() + "/relais/schools");
            assertThat(console.row("Collège des Bruyères")).hasCount(1);
            assertThat(((Number)
                                    console.page()
                                            .evaluate(
                                                    "() => document.getElementById('relais-overlay').getBoundingClientRect().left"))
                            .intValue())
                    .isZero();
        }
    }

    /** As if a later console had another name for it. */
    private static void without(Route route, String name) {
        APIResponse answer = route.fetch();
        route.fulfill(new Route.FulfillOptions()
                .setResponse(answer)
                .setBody(answer.text().replace(name, "gone" + name)));
    }
}
