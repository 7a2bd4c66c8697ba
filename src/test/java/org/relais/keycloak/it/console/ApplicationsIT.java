package org.relais.keycloak.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ADMINISTRATOR;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_ASSISTANT;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.PageFixture;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.protocol.Look;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** The applications that are told of people: none at first, then one that does not answer. */
@ExtendWith(RelaisServer.class)
class ApplicationsIT {

    private static Chromium chromium;

    @BeforeAll
    static void launch(Chromium browser) {
        chromium = browser;
    }

    @Test
    void an_application_that_is_down_shows_who_waits_and_is_tried_again(TestRealm realm) {
        try (var console = AdminConsole.open(chromium, realm, Look.FRENCH)
                .signIn(ADMINISTRATOR)
                .section()
                .at("applications")) {
            assertThat(console.ours()).containsText("Aucune application n’est encore raccordée");
            DownApplication.connect(realm, "pmb");
            new PageFixture(realm).give(OTHER_ASSISTANT, Days.soon());
            console.at("status").at("applications");
            assertThat(console.ours()).containsText("Webhook");
            console.press("Tester la connexion");
            assertThat(console.ours()).containsText("Webhook ne peut pas être alimentée.", patiently());
            console.at("status").at("applications");
            console.press("Qui attend ?");
            assertThat(console.row(OTHER_ASSISTANT)).hasCount(1);
            console.press("Réessayer maintenant");
            assertThat(console.page().getByTestId("announcements")).containsText("nouvel essai demandé");
            console.press("Tout comparer");
            assertThat(console.page().getByTestId("announcements")).containsText("comparaison demandée");
            console.pictures("fr").take("applications-down");
            assertThat(console.complaints()).isEmpty();
        }
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }
}
