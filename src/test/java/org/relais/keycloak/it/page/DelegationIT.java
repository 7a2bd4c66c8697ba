package org.relais.keycloak.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.TEACHER;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.PageFixture;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.protocol.Look;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** The management is delegated and taken back; whoever has one group only is shown that group at once. */
@ExtendWith(RelaisServer.class)
class DelegationIT {

    private static Chromium chromium;

    @BeforeAll
    static void people_can_be_found(TestRealm realm, Chromium browser) {
        chromium = browser;
        new PageFixture(realm).indexed();
    }

    @Test
    void a_person_manages_the_group_until_the_delegation_is_withdrawn(TestRealm realm) {
        try (var head = AccountConsole.open(chromium, realm, Look.FRENCH).signIn(HEAD);
                var delegate = AccountConsole.open(chromium, realm, Look.FRENCH)) {
            head.group("AESH 0359001U_AES").open("Gestionnaires");
            Page page = head.page();
            assertThat(page.locator(".relais-managers")).containsText("Personnels de direction (0359001U_DIR)");
            page.getByLabel("Nom ou identifiant de la personne").fill("martin");
            button(page, "Choisir Paul Martin");
            button(page, "Déléguer");
            assertThat(page.locator(".relais-managers")).containsText("Paul Martin");

            delegate.signIn(TEACHER).groups();
            assertThat(delegate.page().locator("relais-groups h1")).containsText("AESH – Collège des Bruyères");
            new GroupPage(delegate.page()).open("Gestionnaires");
            assertThat(delegate.page().getByText("Vous gérez ce groupe par délégation"))
                    .isVisible();

            button(page, "Retirer la délégation de Paul Martin");
            page.locator("dialog").getByText("Retirer la délégation", exactly()).click();
            assertThat(page.locator(".relais-managers")).not().containsText("Paul Martin");
            delegate.page().reload();
            assertThat(delegate.page().locator("relais-groups h1")).hasText("Mes accès");
        }
    }

    @Test
    void a_group_manages_the_group(TestRealm realm) {
        try (var head = AccountConsole.open(chromium, realm, Look.FRENCH).signIn(HEAD)) {
            head.group("Assistants d'éducation 0359001U_AED").open("Gestionnaires");
            Page page = head.page();
            button(page, "À un groupe");
            page.getByLabel("Groupe dont les membres par défaut géreront").selectOption("AESH – Collège des Bruyères");
            button(page, "Déléguer");
            assertThat(page.locator(".relais-managers")).containsText("AESH (0359001U_AES)");
            assertThat(page.locator(".relais-managers")).containsText("délégué jusqu’au");
        }
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
