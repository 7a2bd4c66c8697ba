package org.relais.keycloak.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD_ELSEWHERE;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Pictures;
import org.relais.keycloak.it.support.people.PageFixture;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.protocol.Look;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** What goes wrong is said where it is, loses nothing, and does nothing twice. */
@ExtendWith(RelaisServer.class)
class TroubleIT {

    private static final String CHANGES = "**/changes";

    private static Chromium chromium;
    private static PageFixture fixture;

    @BeforeAll
    static void people_are_waited_for(TestRealm realm, Chromium browser) {
        chromium = browser;
        fixture = new PageFixture(realm)
                .assistant("brieuc.morvan", "Brieuc", "Morvan")
                .assistant("soizic.ledantec", "Soizic", "Le Dantec")
                .assistant("katell.prigent", "Katell", "Prigent")
                .assistant("gwenola.tanguy", "Gwenola", "Tanguy")
                .assistant("enora.lebras", "Enora", "Le Bras")
                .indexed();
    }

    @Test
    void two_heads_at_once_the_second_is_told_on_the_line_and_keeps_the_rest(TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH).signIn(HEAD)) {
            GroupPage groupPage = console.group("AESH 0359001U_AES")
                    .findAndAdd("morvan", "Brieuc Morvan")
                    .findAndAdd("dantec", "Soizic Le Dantec")
                    .because(GroupPage.REASON);
            fixture.give("brieuc.morvan", Days.soon());
            groupPage.validate();

            assertThat(groupPage.basket().locator(".relais-line--wrong")).containsText("Brieuc Morvan a déjà un accès");
            assertThat(groupPage.basket()).isFocused();
            assertThat(groupPage.member("Brieuc Morvan")).isVisible();
            new Pictures(console.page(), "fr").take("20-on-the-line");

            groupPage.press("Ne pas modifier : Brieuc Morvan").validate();
            assertThat(groupPage.basket()).containsText("Accès donné à Soizic Le Dantec");
        }
    }

    @Test
    void an_access_that_somebody_else_has_ended_is_said_on_its_line(TestRealm realm) {
        JsonNode grant = fixture.give("enora.lebras", Days.soon());
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH).signIn(HEAD)) {
            GroupPage groupPage = console.group("AESH 0359001U_AES").remove("Enora Le Bras");
            fixture.end(grant);
            groupPage.validate();
            assertThat(groupPage.basket().locator(".relais-line--wrong")).containsText("déjà terminé");
            assertThat(groupPage.member("Enora Le Bras")).hasCount(0);
        }
    }

    @Test
    void a_lost_answer_does_not_give_the_access_twice(TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH).signIn(HEAD)) {
            GroupPage groupPage = console.group("AESH 0359001U_AES")
                    .findAndAdd("prigent", "Katell Prigent")
                    .because(GroupPage.REASON);
            Page page = console.page();
            page.route(CHANGES, route -> {
                route.fetch();
                route.abort();
            });
            groupPage.validate();
            assertThat(groupPage.basket()).containsText("Le serveur ne répond pas");
            page.unroute(CHANGES);
            groupPage.press("Réessayer");
            assertThat(groupPage.basket()).containsText("Accès donné à Katell Prigent");
        }
    }

    @Test
    void without_a_network_the_basket_waits(TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH).signIn(HEAD)) {
            GroupPage groupPage = console.group("AESH 0359001U_AES")
                    .findAndAdd("tanguy", "Gwenola Tanguy")
                    .because(GroupPage.REASON);
            console.context().setOffline(true);
            assertThat(console.page().getByText("Vous êtes hors connexion.").first())
                    .isVisible();
            groupPage.validate();
            new Pictures(console.page(), "fr").take("21-offline");
            console.context().setOffline(false);
            groupPage.press("Réessayer");
            assertThat(groupPage.basket()).containsText("Accès donné à Gwenola Tanguy");
        }
    }

    @Test
    void a_session_that_is_over_keeps_the_basket_through_the_sign_in(TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH).signIn(HEAD_ELSEWHERE)) {
            GroupPage groupPage = console.group("AESH 0299001B_AES")
                    .findAndAdd("tanguy", "Gwenola Tanguy")
                    .because(GroupPage.REASON);
            realm.admin()
                    .post("/users/" + realm.userId(HEAD_ELSEWHERE) + "/logout", Map.of())
                    .expect(204);
            groupPage.validate();
            assertThat(groupPage.basket()).containsText("Votre session a expiré.");
            new Pictures(console.page(), "fr").take("22-session-over");
            List<String> asked = new ArrayList<>();
            console.page().onDialog(dialog -> {
                asked.add(dialog.type());
                dialog.accept();
            });
            groupPage.press("Se reconnecter");
            console.identify(HEAD_ELSEWHERE);
            assertThat(asked).isEmpty();

            var again = new GroupPage(console.page());
            assertThat(again.basket()).containsText("Gwenola Tanguy");
            again.validate();
            assertThat(again.basket()).containsText("Accès donné à Gwenola Tanguy");
        }
    }

    @Test
    void a_page_whose_script_does_not_come_says_so_and_loads_again(TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH).signIn(HEAD)) {
            Page page = console.page();
            page.route("**/mount-*.js", Route::abort);
            console.menu().click();
            assertThat(page.getByText("La page n’a pas pu être chargée.")).isVisible();
            new Pictures(page, "fr").take("25-no-script");
            page.unroute("**/mount-*.js");
            page.getByText("Recharger la page").click();
            assertThat(page.locator("relais-groups h1")).hasText("Gestion des groupes");
        }
    }

    @Test
    void too_many_searches_wait_and_go_on_by_themselves(TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH).signIn(HEAD)) {
            GroupPage groupPage = console.group("AESH 0359001U_AES");
            Page page = console.page();
            page.route(
                    "**/relais/people?*",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(429)
                            .setHeaders(Map.of("Retry-After", "3"))
                            .setContentType("application/json")
                            .setBody("{\"errorMessage\":\"Trop de recherches\",\"code\":\"too-many-searches\"}")));
            groupPage.find("prigent");
            assertThat(page.getByText("La recherche reprend d’elle-même dans")).isVisible();
            new Pictures(page, "fr").take("23-too-many");
            page.unroute("**/relais/people?*");
            assertThat(page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Personnes trouvées")))
                    .containsText("Katell Prigent");
        }
    }

    @Test
    void leaving_with_a_full_basket_warns(TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH).signIn(HEAD)) {
            GroupPage groupPage = console.group("AESH 0359002V_AES").findAndAdd("tanguy", "Gwenola Tanguy");
            Page page = console.page();
            page.getByText("Informations personnelles").click();
            assertThat(groupPage.dialog()).containsText("Quitter sans valider ?");
            new Pictures(page, "fr").take("24-leaving");
            groupPage.press("Rester ici");
            assertThat(groupPage.basket()).containsText("Gwenola Tanguy");

            page.getByText("Informations personnelles").click();
            groupPage.press("Quitter la page");
            page.waitForURL(console.address());
            console.groups();
            assertThat(page.getByText("modifications non validées")).isVisible();
            assertThat(page.evaluate("() => JSON.stringify(sessionStorage)").toString())
                    .contains("Gwenola");
        }
    }
}
