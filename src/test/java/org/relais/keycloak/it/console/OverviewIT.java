package org.relais.keycloak.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ADMINISTRATOR;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_ASSISTANT;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.PageFixture;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.protocol.Look;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestRealm;

/** What happened in the realm and how it stands; and how a realm begins that has nothing yet. */
@ExtendWith(RelaisServer.class)
class OverviewIT {

    private static Chromium chromium;

    @BeforeAll
    static void something_happened(TestRealm realm, Chromium browser) {
        chromium = browser;
        new PageFixture(realm).indexed().give(OTHER_ASSISTANT, Days.soon());
    }

    @Test
    void the_journal_is_filtered_and_taken_along(TestRealm realm) {
        try (var console = AdminConsole.open(chromium, realm, Look.FRENCH)
                .signIn(ADMINISTRATOR)
                .section()
                .at("journal?action=GIVEN")) {
            Page page = console.page();
            assertThat(console.ours().locator(".relais-journal li"))
                    .hasText(Pattern.compile("Nolwenn Le Goff a donné un accès à Maël Kerbrat"));
            page.getByLabel("À partir du").fill(Days.in(1).toString());
            assertThat(console.ours()).containsText("Aucune ligne ne correspond");
            page.getByLabel("À partir du").fill(Days.today().toString());
            assertThat(console.ours().locator(".relais-journal li")).hasCount(1);
            page.getByLabel("Établissement").fill("0299001B");
            assertThat(console.ours()).containsText("Aucune ligne ne correspond");
            page.getByLabel("Établissement").fill("0359001U");
            assertThat(console.ours().locator(".relais-journal li")).hasCount(1);
            assertThat(console.saved("Exporter en CSV").lines()).hasSize(2);
            console.ours().locator(".relais-journal li").getByText(GROUP).click();
            assertThat(console.ours().locator("h1")).hasText("AESH – Collège des Bruyères");
            assertThat(console.complaints()).isEmpty();
        }
    }

    @Test
    void a_tab_that_breaks_says_so_and_leaves_the_others_in_reach(TestRealm realm) {
        try (var console = AdminConsole.open(chromium, realm, Look.FRENCH)
                .signIn(ADMINISTRATOR)
                .section()) {
            Page page = console.page();
            page.route(
                    "**/relais/status",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody("{}")));
            console.at("status");
            assertThat(console.ours().getByText("Une erreur imprévue s’est produite."))
                    .isVisible();
            console.pictures("fr").take("15-broken");
            page.unroute("**/relais/status");
            console.press("Réessayer");
            assertThat(console.ours()).containsText("26.7");
        }
    }

    @Test
    void the_status_warns_and_reconciles_the_index(ServerUnderTest server, TestRealm realm) {
        realm.admin()
                .send("POST", "/relais/schools/import", "text/csv", "uai;name\n0560080Y;Lycée sans tête")
                .expect(200);
        try (var console = AdminConsole.open(chromium, realm, Look.FRENCH)
                .signIn(ADMINISTRATOR)
                .section()
                .at("status")) {
            assertThat(console.ours()).containsText("26.7");
            assertThat(console.ours().locator(".relais-warnings")).containsText("0560080Y");
            console.press("Comparer avec tous les comptes");
            Housekeeping.run(server);
            assertThat(console.button("Comparer avec tous les comptes"))
                    .isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(60_000));
            assertThat(console.complaints()).isEmpty();
        }
    }

    @Test
    void a_bare_realm_is_set_up_by_one_button_and_shows_its_pages_from_then_on(ServerUnderTest server) {
        String bare = "bare-console";
        server.admin()
                .post("/admin/realms", Map.of("realm", bare, "enabled", true, "adminTheme", "relais"))
                .expect(201);
        server.admin()
                .put("/admin/realms/master", Map.of("adminTheme", "relais"))
                .expect(204);
        try (var console =
                AdminConsole.open(chromium, server, bare, Look.ENGLISH).signInAsMaster()) {
            console.section();
            assertThat(console.ours()).containsText("This realm is not set up yet");
            console.pictures("en").take("setup");
            console.press("Set the realm up");
            assertThat(console.ours().locator(".relais-topnav")).isVisible();
            console.at("profiles");
            assertThat(console.row("eleves-invites")).hasCount(1);
            var realm = server.admin().get("/admin/realms/" + bare).expect(200).json();
            assertThat(realm.path("accountTheme").asText()).isEqualTo("relais");
            assertThat(realm.path("emailTheme").asText()).isEqualTo("relais");
            assertThat(console.complaints()).isEmpty();
        } finally {
            server.admin().delete("/admin/realms/" + bare).expect(204);
            server.admin()
                    .put("/admin/realms/master", Map.of("adminTheme", "keycloak.v2"))
                    .expect(204);
        }
    }
}
