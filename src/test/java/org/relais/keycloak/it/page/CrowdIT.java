package org.relais.keycloak.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.ManyPeople;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.protocol.Look;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** A group of 5,000 members is shown as quickly as a small one. */
@ExtendWith(RelaisServer.class)
class CrowdIT {

    private static Chromium chromium;

    @BeforeAll
    static void the_group_is_large(TestRealm realm, Chromium browser) {
        chromium = browser;
        ManyPeople.in(realm, "foule", 5_000).joining(realm.groupId(GROUP));
    }

    @Test
    void five_thousand_members_come_page_by_page(TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH).signIn(HEAD)) {
            Instant begin = Instant.now();
            GroupPage groupPage = console.group("AESH 0359001U_AES");
            Page page = console.page();
            assertThat(page.getByText("Par défaut (5 000)")).isVisible();
            assertThat(groupPage.members()).hasCount(50);
            page.locator(".relais-members").getByText("Afficher la suite").click();
            assertThat(groupPage.members()).hasCount(100);
            page.getByLabel("Filtrer par nom").fill("Nom 4999");
            assertThat(groupPage.members()).hasCount(1);
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(30));
        }
    }
}
