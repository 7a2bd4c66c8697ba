package org.relais.keycloak.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.MOODLE_GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Pictures;
import org.relais.keycloak.it.support.people.PageFixture;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.protocol.Look;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** The main job: an assistant gets PRONOTE and Moodle, by hardly any clicks, or by none. */
@ExtendWith(RelaisServer.class)
@TestMethodOrder(OrderAnnotation.class)
class FewClicksIT {

    private static Chromium chromium;

    @BeforeAll
    static void people_can_be_found(TestRealm realm, Chromium browser) {
        chromium = browser;
        new PageFixture(realm).indexed();
    }

    @Test
    @Order(1)
    void six_clicks_and_one_word_from_the_sign_in_to_done(TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH)) {
            Page page = console.page();
            var clicks = Clicks.on(page);
            console.signIn(HEAD);

            GroupPage groupPage = console.group("AESH 0359001U_AES");
            assertThat(groupPage.search()).isFocused();
            page.keyboard().type("gueguen");
            groupPage.add("Hélène Guéguen").because(GroupPage.REASON);
            var pictures = new Pictures(page, "fr");
            pictures.take("0-chosen");
            groupPage.validate();

            assertThat(groupPage.basket()).containsText("Accès donné à Hélène Guéguen");
            assertThat(groupPage.basket()).containsText("Pensez à créer la personne dans PRONOTE");
            pictures.take("0-done");
            assertThat(clicks.count()).isBetween(5, 6);
            assertThat(console.complaints()).isEmpty();
        }
        assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).containsExactly(GROUP);
        assertThat(realm.signIn(ASSISTANT, "moodle").groups()).containsExactly(MOODLE_GROUP);
    }

    @Test
    @Order(2)
    void the_keyboard_alone_does_it_too(TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH)) {
            Page page = console.signIn(HEAD).page();
            var keyboard = new Keyboard(page);
            keyboard.goTo(AriaRole.LINK, "Gestion des groupes").press("Enter");
            page.locator("relais-groups h1").waitFor();
            keyboard.goTo(AriaRole.LINK, "AESH 0359001U_AES").press("Enter");
            var groupPage = new GroupPage(page);
            assertThat(groupPage.search()).isFocused();
            page.keyboard().type("kerbrat");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ajouter Maël Kerbrat"))
                    .waitFor();
            keyboard.goTo(AriaRole.BUTTON, "Ajouter Maël Kerbrat").press("Space");
            assertThat(page.getByTestId("announcements")).containsText("Maël Kerbrat est dans la liste");
            keyboard.goTo(AriaRole.BUTTON, GroupPage.REASON).press("Space");
            keyboard.goTo(AriaRole.BUTTON, "Valider").press("Enter");

            assertThat(groupPage.basket()).containsText("Accès donné à Maël Kerbrat");
            assertThat(groupPage.basket()).isFocused();
        }
    }
}
