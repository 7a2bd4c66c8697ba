package org.relais.keycloak.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.PageFixture;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.protocol.Look;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** An access is renewed, shortened and ended, each time by the name of the person. */
@ExtendWith(RelaisServer.class)
class GrantsIT {

    private static Chromium chromium;
    private static PageFixture fixture;

    @BeforeAll
    static void accesses_are_given(TestRealm realm, Chromium browser) {
        chromium = browser;
        TestProfiles.of(realm).allowUntil(Days.in(300), "AES");
        fixture = new PageFixture(realm)
                .assistant("soizic.ledantec", "Soizic", "Le Dantec")
                .assistant("katell.prigent", "Katell", "Prigent");
        fixture.give(OTHER_ASSISTANT, Days.soon());
        fixture.give("soizic.ledantec", Days.soon());
        fixture.give("katell.prigent", Days.soon());
    }

    @Test
    void what_ends_soon_stands_on_top_and_is_shortened_from_there(TestRealm realm) {
        LocalDate tomorrow = Days.in(1);
        try (var console =
                AccountConsole.open(chromium, realm, Look.FRENCH).signIn(HEAD).groups()) {
            Page page = console.page();
            button(page, "Prolonger l’accès de Maël Kerbrat");
            page.getByLabel("Dernier jour").fill(tomorrow.toString());
            button(page, "Enregistrer");
            assertThat(page.getByTestId("announcements")).containsText("L’accès de Maël Kerbrat est ouvert jusqu’au");
            assertThat(page.locator(".relais-soon li").first()).containsText("demain");
        }
        assertThat(endOf(OTHER_ASSISTANT)).isEqualTo(tomorrow.toString());
    }

    @Test
    void a_day_that_is_too_late_is_refused_on_its_field(TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH).signIn(HEAD)) {
            GroupPage groupPage = console.group("AESH 0359001U_AES").press("Modifier l’accès de Soizic Le Dantec");
            Page page = console.page();
            page.getByLabel("Dernier jour").fill(Days.in(800).toString());
            button(page, "Enregistrer");
            assertThat(groupPage.dialog()).containsText("est trop tard pour le profil AES");
            page.keyboard().press("Escape");
            assertThat(groupPage.dialog()).hasCount(0);
            assertThat(page.getByRole(AriaRole.BUTTON, named("Modifier l’accès de Soizic Le Dantec")))
                    .isFocused();
        }
        assertThat(endOf("soizic.ledantec")).isEqualTo(Days.soon().toString());
    }

    @Test
    void an_access_is_ended_after_a_question_that_names_the_person(TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH).signIn(HEAD)) {
            GroupPage groupPage = console.group("AESH 0359001U_AES").press("Modifier l’accès de Katell Prigent");
            Page page = console.page();
            button(page, "Terminer l’accès maintenant…");
            assertThat(groupPage.dialog()).containsText("Terminer l’accès de Katell Prigent ?");
            button(page, "Terminer l’accès");
            assertThat(groupPage.member("Katell Prigent")).hasCount(0);
            groupPage.open("Journal");
            assertThat(page.locator(".relais-journal li").first())
                    .containsText("Nolwenn Le Goff a terminé l’accès de Katell Prigent.");
        }
        assertThat(realm.signIn("katell.prigent", PRONOTE).groups()).isEmpty();
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, named(name)).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static String endOf(String username) {
        for (var member : fixture.members("granted")) {
            if (member.at("/person/username").asText().equals(username)) {
                return member.at("/grant/endsOn").asText();
            }
        }
        throw new AssertionError(username + " has no access");
    }
}
