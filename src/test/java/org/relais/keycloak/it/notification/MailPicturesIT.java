package org.relais.keycloak.it.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.DemoNames;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.stub.Mail;
import org.relais.keycloak.it.support.stub.MailServer;
import org.relais.keycloak.server.Project;

/** The mails as a mail program shows them, under our theme and under another. */
@ExtendWith(RelaisServer.class)
class MailPicturesIT {

    private static final int WIDE = 760;
    private static final int NARROW = 360;

    private static MailServer mails;
    private static Chromium chromium;

    @BeforeAll
    static void begin(TestRealm realm, Chromium browser) {
        mails = MailServer.start().serving(realm);
        chromium = browser;
        TestProfiles.of(realm).allowUntil(Days.in(300), "AES");
    }

    @AfterAll
    static void close() {
        mails.close();
    }

    @Test
    void our_theme_shows_them_well_on_any_screen(TestRealm realm) {
        theme(realm, "relais");
        Mail given = given(realm, "fr");
        assertThat(given.html()).contains("class=\"sheet\"");

        isWellShown(given, "mail-given-fr", WIDE, ColorScheme.LIGHT);
        isWellShown(given, "mail-given-fr-phone", NARROW, ColorScheme.LIGHT);
        isWellShown(given, "mail-given-fr-dark", WIDE, ColorScheme.DARK);
        isWellShown(given(realm, "en"), "mail-given-en", WIDE, ColorScheme.LIGHT);
        Mail digest = digest(realm);
        isWellShown(digest, "mail-digest-fr", WIDE, ColorScheme.LIGHT);
        isWellShown(digest, "mail-digest-fr-phone", NARROW, ColorScheme.DARK);
    }

    @Test
    void another_theme_shows_them_in_its_own_way(TestRealm realm) {
        theme(realm, "keycloak");

        Mail given = given(realm, "fr");

        assertThat(given.html()).contains("<html lang=\"fr\"").doesNotContain("class=\"sheet\"");
        assertThat(given.said()).contains("Bonjour Enora Le Bras", "PRONOTE");
        assertThat(given.text()).contains("Bonjour Enora Le Bras", "PRONOTE");
    }

    private static Mail given(TestRealm realm, String language) {
        TestPerson person = aPerson().speaking(language).in(realm);
        Manager.head(realm)
                .change(GROUP, aChange().adding(person).until(Days.soon()).together("eleves-invites"))
                .expect(200);
        return mails.onlyOneTo(realm, person.email());
    }

    private static Mail digest(TestRealm realm) {
        mails.forget();
        List.of("Awen Caro", "Bleuenn Denis", "Corentin Le Gall")
                .forEach(name -> Manager.head(realm)
                        .give(
                                GROUP,
                                aPerson()
                                        .called(
                                                name.substring(0, name.indexOf(' ')),
                                                name.substring(name.indexOf(' ') + 1))
                                        .in(realm),
                                Days.in(20)));
        MailServer.awaitNothingDue(realm);
        mails.forget();
        realm.server().clock().ahead(Days.untilNoonOf(Days.in(5)));
        Housekeeping.run(realm.server());
        Mail digest = mails.onlyOneTo(realm, DemoNames.email(DemoNames.HEAD));
        realm.server().clock().reset();
        return digest;
    }

    private static void isWellShown(Mail mail, String picture, int width, ColorScheme colours) {
        try (BrowserContext context = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setViewportSize(width, 900)
                                .setColorScheme(colours));
                Page page = context.newPage()) {
            page.setContent(mail.html());
            Path file = Project.target().resolve("pictures").resolve(picture + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));

            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
            assertThat(new AxeBuilder(page)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                            .analyze()
                            .getViolations())
                    .extracting(Rule::getId, Rule::getDescription)
                    .isEmpty();
        }
    }

    private static void theme(TestRealm realm, String name) {
        realm.admin().put("", Map.of("emailTheme", name)).expect(204);
        mails.forget();
    }
}
