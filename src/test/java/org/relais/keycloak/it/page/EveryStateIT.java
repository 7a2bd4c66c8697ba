package org.relais.keycloak.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;

import com.microsoft.playwright.Page;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.relais.keycloak.it.support.assertion.Pictures;
import org.relais.keycloak.it.support.people.PageFixture;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.protocol.Look;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** Each state of the page: in both languages, in the dark, on a phone; accessible, whole, and kept in a picture. */
@ExtendWith(RelaisServer.class)
class EveryStateIT {

    private static Chromium chromium;

    @BeforeAll
    static void a_school_is_at_work(TestRealm realm, Chromium browser) {
        chromium = browser;
        PageFixture fixture = new PageFixture(realm)
                .officialMember("alan.cadiou", "Alan", "Cadiou")
                .officialMember("enora.morvan", "Enora", "Morvan")
                .assistant("gwenola.tanguy", "Gwenola", "Tanguy")
                .assistant("soizic.ledantec", "Soizic", "Le Dantec")
                .indexed();
        fixture.giveOneOfEachKind();
    }

    static Stream<Arguments> looks() {
        return Stream.of(
                Arguments.of("fr", Look.FRENCH),
                Arguments.of("en-dark", Look.DARK),
                Arguments.of("fr-phone", Look.PHONE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void the_page_is_whole_and_in_nobodys_way(String kind, Look look, TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, look)) {
            Page page = console.signIn(HEAD).groups().page();
            var pictures = new Pictures(page, kind);
            var walk = new Walk(page);

            page.locator(".relais-soon").waitFor();
            pictures.take("1-groups");
            walk.press(".relais-soon button >> nth=0");
            pictures.take("2-renew");
            page.keyboard().press("Escape");
            walk.press(".relais-soon button >> nth=1");
            pictures.take("3-end");
            page.keyboard().press("Escape");

            page.locator("a.relais-group", new Page.LocatorOptions().setHasText(GROUP))
                    .click();
            page.locator(".relais-members li").first().waitFor();
            pictures.take("4-group");
            walk.search("dantec");
            page.locator(".relais-results button").first().click();
            page.locator(".relais-members button[aria-pressed]").first().click();
            pictures.take("5-basket");
            walk.press("#relais-basket button[type=submit]");
            assertThat(page.locator("#relais-basket .pf-m-danger").first()).isVisible();
            pictures.take("6-refused");
            walk.press("#relais-basket .relais-basket__acts button >> nth=1");
            walk.search("zzzz");
            page.locator(".relais-search .pf-m-link").waitFor();
            pictures.take("7-nobody");
            walk.press("#relais-way-identifier");
            pictures.take("8-not-in-the-directory");
            walk.press("#relais-way-group");
            pictures.take("9-members-of-a-group");

            walk.tab(1);
            page.locator(".relais-managers li").first().waitFor();
            walk.search("martin");
            page.locator(".relais-results button").first().click();
            pictures.take("10-managers");
            walk.tab(2);
            page.locator(".relais-journal li").first().waitFor();
            pictures.take("11-journal");
            walk.press(".relais-back a");
            walk.press(".relais-topnav a >> nth=1");
            page.locator(".relais-card").first().waitFor();
            pictures.take("12-my-access");
            assertThat(console.complaints()).isEmpty();
        }
    }
}
