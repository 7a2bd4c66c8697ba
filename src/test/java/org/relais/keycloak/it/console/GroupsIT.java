package org.relais.keycloak.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ADMINISTRATOR;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.PageFixture;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.protocol.Look;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** Any group of the realm is found and managed as by its own managers. */
@ExtendWith(RelaisServer.class)
class GroupsIT {

    private static Chromium chromium;

    @BeforeAll
    static void people_can_be_found(TestRealm realm, Chromium browser) {
        chromium = browser;
        new PageFixture(realm).indexed();
    }

    @Test
    void a_person_is_added_to_a_group_found_by_its_name(TestRealm realm) {
        try (var console = AdminConsole.open(chromium, realm, Look.FRENCH)
                .signIn(ADMINISTRATOR)
                .section()
                .at("groups")) {
            Page page = console.page();
            page.getByLabel("Groupe, nom d’établissement ou UAI").fill("0359001u_aes");
            assertThat(console.ours().locator("a.relais-group")).hasCount(1);
            console.ours().locator("a.relais-group").click();
            assertThat(console.ours().locator("h1")).hasText("AESH – Collège des Bruyères");
            page.getByLabel("Nom ou identifiant").fill("gueguen");
            console.press("Ajouter Hélène Guéguen").press("Remplacement");
            page.locator("#nav-item-users").click();
            assertThat(page.locator("dialog[open]")).containsText("Quitter sans valider ?");
            console.press("Rester ici").press("Valider");
            assertThat(console.ours().locator("#relais-basket")).containsText("Accès donné à Hélène Guéguen");
            console.ours().locator(".relais-tabs").getByText("Journal").click();
            assertThat(console.ours().locator(".relais-journal li").first())
                    .containsText(
                            "admin.academie (nom déclaré par la personne : Admin Académie) a donné un accès à Hélène Guéguen");
            console.ours().locator(".relais-tabs").getByText("Gestionnaires").click();
            assertThat(console.ours().locator(".relais-managers"))
                    .containsText("Personnels de direction (0359001U_DIR)");
            assertThat(console.complaints()).isEmpty();
        }
        assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).containsExactly(GROUP);
    }
}
