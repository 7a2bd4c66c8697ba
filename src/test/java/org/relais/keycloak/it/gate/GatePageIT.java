package org.relais.keycloak.it.gate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.server.Clients;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.GuardedClients;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.server.Project;

/** What a person sees to whom an application is closed: which one, since when, whom to ask, and a way back. */
@ExtendWith(RelaisServer.class)
class GatePageIT {

    /** More than the gate looks at. */
    private static final int MANY = 51;

    private static Chromium chromium;

    @BeforeAll
    static void an_access_has_been_given_and_ended(TestRealm realm, Chromium browser) {
        chromium = browser;
        realm.admin().post("/relais/gate", Map.of()).expect(200);
        var change = Map.of("add", List.of(Map.of("userId", realm.userId(ASSISTANT))), "reason", "Arrivée");
        var granted = realm.relais(HEAD)
                .post("/groups/" + realm.groupId(GROUP) + "/changes", change)
                .expect(200)
                .json()
                .path("granted")
                .get(0);
        realm.relais(HEAD).delete("/grants/" + granted.path("id").asText()).expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "fr-FR, Cette application ne vous est pas ouverte, Votre accès s’est terminé le %s., d MMMM yyyy,"
                + " Adressez-vous au chef d’établissement : Collège des Bruyères.",
        "en-GB, This application is not open to you, Your access ended on %s., 'MMMM d, yyyy',"
                + " Ask the head of the school: Collège des Bruyères."
    })
    void the_page_says_which_application_since_when_and_whom_to_ask(
            String language, String title, String ended, String day, String ask, TestRealm realm) {
        try (BrowserContext context = contextOf(language)) {
            Page page = refused(context, realm, ASSISTANT, PRONOTE);

            assertThat(page.locator("h1")).containsText(title);
            assertThat(page.locator("#relais-closed")).containsText("PRONOTE");
            String today = DateTimeFormatter.ofPattern(day, Locale.forLanguageTag(language))
                    .format(Days.today());
            assertThat(page.locator("#relais-ended")).hasText(ended.formatted(today));
            assertThat(page.locator("#relais-closed")).containsText(ask);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Project.target().resolve("pictures/closed-" + language + ".png")));
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();

            Request back = page.waitForRequest(
                    Pattern.compile("http://localhost:8081/.*"),
                    () -> page.locator("#relais-back").click());
            assertThat(URLDecoder.decode(back.url(), StandardCharsets.UTF_8))
                    .contains("error=access_denied", "error_description=" + GuardedClients.REASON);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fr-FR, PMB ne vous est pas ouvert : aucun de vos groupes ne l’ouvre aujourd’hui.,"
                + " Adressez-vous au chef de votre établissement.",
        "en-GB, PMB is not open to you: none of your groups opens it today., Ask the head of your school."
    })
    void an_application_of_all_schools_names_none_and_who_never_had_an_access_reads_of_no_end(
            String language, String closed, String ask, TestRealm realm) {
        try (BrowserContext context = contextOf(language)) {
            Page page = refused(context, realm, OTHER_ASSISTANT, "pmb");

            assertThat(page.locator("#relais-closed p")).hasText(new String[] {closed, ask});
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fr-FR, Notes (Lycée de l'Estran) ne vous est pas ouvert : aucun de vos groupes ne l’ouvre aujourd’hui.,"
                + " Adressez-vous au chef d’établissement : Lycée de l'Estran.",
        "en-GB, Notes (Lycée de l'Estran) is not open to you: none of your groups opens it today.,"
                + " Ask the head of the school: Lycée de l'Estran."
    })
    void an_application_that_does_not_tell_its_school_by_its_name_is_shown_with_it(
            String language, String closed, String ask, TestRealm realm) {
        ObjectNode client = Clients.of(realm).find("pronote-0359002V").put("name", "Notes");
        realm.admin().put("/clients/" + client.get("id").asText(), client).expect(204);
        try (BrowserContext context = contextOf(language)) {
            Page page = refused(context, realm, OTHER_ASSISTANT, "pronote-0359002V");

            assertThat(page.locator("#relais-closed p")).hasText(new String[] {closed, ask});
        }
    }

    @Test
    void the_last_end_is_told_to_whom_has_had_many_accesses(TestRealm realm) {
        TestPerson person = TestPerson.aPerson().whoSignsIn().in(realm);
        String grant = GrantToGive.aGrant(realm).to(person.username()).give();
        realm.relais(HEAD).delete("/grants/" + grant).expect(200);
        for (int i = 1; i <= MANY; i++) {
            LedgerRows.of(realm).another(grant, Days.endOf(Days.in(-i)));
        }
        try (BrowserContext context = contextOf("fr-FR")) {
            Page page = refused(context, realm, person.username(), PRONOTE);

            String today =
                    DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH).format(Days.today());
            assertThat(page.locator("#relais-ended")).hasText("Votre accès s’est terminé le " + today + ".");
        }
    }

    private static BrowserContext contextOf(String language) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale(language).setViewportSize(900, 760));
    }

    /** The page that somebody comes to who asks for an application, in the language of their browser. */
    private static Page refused(BrowserContext context, TestRealm realm, String username, String clientId) {
        Page page = context.newPage();
        page.navigate(authorization(realm, clientId));
        page.locator("#username").fill(username);
        page.locator("#password").fill(TestRealm.PASSWORD);
        page.locator("#kc-login").click();
        return page;
    }

    private static String authorization(TestRealm realm, String clientId) {
        return realm.server().url() + "/realms/" + realm.name() + "/protocol/openid-connect/auth?client_id=" + clientId
                + "&response_type=code&scope=openid&redirect_uri=http%3A%2F%2Flocalhost%3A8081%2F&state="
                + UUID.randomUUID();
    }
}
