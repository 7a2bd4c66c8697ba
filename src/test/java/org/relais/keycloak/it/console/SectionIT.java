package org.relais.keycloak.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ADMINISTRATOR;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Screenshot;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.protocol.Look;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.SchoolFiles;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestRealm;

/** How the section lives in the console: an entry for those whom it is for, a page with addresses of its own. */
@ExtendWith(RelaisServer.class)
class SectionIT {

    private static final Pattern CURRENT = Pattern.compile("\\bpf-m-current\\b");
    private static Chromium chromium;

    @BeforeAll
    static void the_console_of_master_has_our_theme(ServerUnderTest server, Chromium browser) {
        chromium = browser;
        server.admin()
                .put("/admin/realms/master", Map.of("adminTheme", "relais"))
                .expect(204);
    }

    @AfterAll
    static void close(ServerUnderTest server) {
        server.admin()
                .put("/admin/realms/master", Map.of("adminTheme", "keycloak.v2"))
                .expect(204);
    }

    @Test
    void the_entry_stands_after_the_events_and_leads_to_the_page(TestRealm realm) {
        try (var console = AdminConsole.open(chromium, realm, Look.FRENCH).signIn(ADMINISTRATOR)) {
            Page page = console.page();
            assertThat(console.entry()).hasText("Accès anticipé");
            assertThat(page.locator("li:has(#nav-item-events) + li > #nav-item-relais"))
                    .hasCount(1);
            assertThat(console.entry()).not().hasClass(CURRENT);
            console.section();
            assertThat(page.locator("relais-admin h1")).hasText("Accès anticipé");
            assertThat(console.entry()).hasClass(CURRENT);
            assertThat(page.locator("#relais-overlay")).hasCount(0);
            page.locator("#nav-item-users").click();
            assertThat(console.entry()).not().hasClass(CURRENT);
            assertThat(page.locator("relais-admin")).hasCount(0);
            assertThat(console.complaints()).isEmpty();
        }
    }

    @Test
    void an_address_survives_sign_in_reload_back_and_forward(TestRealm realm) {
        try (var console = AdminConsole.open(chromium, realm, Look.FRENCH)) {
            console.signInAt(ADMINISTRATOR, "#/" + realm.name() + "/relais/schools?q=bruy");
            Page page = console.page();
            assertThat(console.row("Collège des Bruyères")).hasCount(1);
            assertThat(console.ours().locator("tbody tr")).hasCount(1);
            page.reload();
            assertThat(console.ours().locator("tbody tr")).hasCount(1);
            console.ours().locator(".relais-topnav").getByText("État").click();
            assertThat(console.ours()).containsText("26.7");
            page.goBack();
            assertThat(console.row("Collège des Bruyères")).hasCount(1);
            page.goForward();
            assertThat(console.ours()).containsText("26.7");
            assertThat(page.locator("relais-admin")).hasCount(1);
            assertThat(console.complaints()).isEmpty();
        }
    }

    @Test
    void an_administrator_of_master_goes_from_realm_to_realm(ServerUnderTest server, TestRealm realm) {
        try (TestRealm other = server.freshRealm();
                var console = AdminConsole.open(chromium, realm, Look.ENGLISH).signInAsMaster()) {
            assertThat(console.entry()).hasText("Early access");
            console.section().at("schools");
            assertThat(console.row("Collège des Bruyères")).hasCount(1);
            SchoolFiles.of(other).run("", "uai;name\n0560080Y;Lycée d’ailleurs");
            console.page()
                    .evaluate("hash => { location.hash = hash }", "#/" + other.name() + "/relais/schools?q=ailleurs");
            assertThat(console.row("Lycée d’ailleurs")).hasCount(1);
            assertThat(console.entry()).hasAttribute("href", "#/" + other.name() + "/relais");
            console.page().goBack();
            assertThat(console.row("Collège des Bruyères")).hasCount(1);
            assertThat(console.complaints()).isEmpty();
        }
    }

    @Test
    void whoever_may_not_see_people_is_shown_no_entry(TestRealm realm) {
        String username = Administrators.with(realm, "view-clients");
        try (var console = AdminConsole.open(chromium, realm, Look.FRENCH)) {
            List<Integer> answers = new CopyOnWriteArrayList<>();
            console.page().onResponse(response -> {
                if (response.url().endsWith("/relais/me")) {
                    answers.add(response.status());
                }
            });
            console.signIn(username);
            console.page().locator("#nav-item-clients").waitFor();
            console.page().waitForCondition(() -> !answers.isEmpty());
            assertThat(answers).containsOnly(403);
            assertThat(console.entry()).hasCount(0);
            console.page().evaluate("hash => { location.hash = hash }", console.hash("access"));
            assertThat(console.ours()).containsText("view-users");
        }
    }

    @Test
    void other_pages_load_a_tiny_script_and_look_as_before(TestRealm realm) {
        try (var console = AdminConsole.open(chromium, realm, Look.FRENCH)) {
            List<String> ours = new CopyOnWriteArrayList<>();
            console.page().onRequest(request -> noteOurs(request, ours));
            console.signInAt(ADMINISTRATOR, "#/" + realm.name() + "/users");
            Page page = console.page();
            console.entry().waitFor();
            page.locator("main table").waitFor();
            assertThat(ours).isNotEmpty().allMatch(url -> url.contains("/relais/admin/admin-"));
            Screenshot before = Screenshot.of(page);
            console.section();
            assertThat(ours).anyMatch(url -> url.endsWith(".css"));
            page.locator("#nav-item-users").click();
            page.locator("main table").waitFor();
            before.awaitOn(page);
        }
    }

    private static void noteOurs(Request request, List<String> ours) {
        if (request.url().contains("/relais/admin/")) {
            ours.add(request.url());
        }
    }
}
