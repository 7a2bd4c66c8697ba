package org.relais.keycloak.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.server.KeycloakServer;
import org.relais.keycloak.server.Ports;
import org.relais.keycloak.server.Project;

/** The demo as people see it, on its own database H2: in a real browser, from no access to an access and its end. */
class DemoIT {

    private static KeycloakServer server;
    private static DemoMails mails;
    private static URI keycloak;
    private static DemoApp app;
    private static Chromium chromium;
    private static DemoAcademy academy;

    @BeforeAll
    static void the_demo_starts() throws IOException {
        Path folder = Project.target().resolve("it/demo");
        Ports ports = Ports.free();
        mails = DemoMails.receive(0);
        server = new DemoInstallation(folder, Project.docker()).start(ports, mails.port());
        keycloak = URI.create("http://localhost:" + ports.http());
        app = DemoApp.serve(Project.docker().resolve("demo-app"), 0).showing(mails);
        chromium = Chromium.launch();
        academy = new DemoAcademy(keycloak);
        academy.acceptRedirectsTo(app.url());
    }

    @AfterAll
    static void the_demo_stops() {
        chromium.close();
        app.close();
        server.close();
        mails.close();
    }

    @Test
    void an_application_learns_of_an_access_and_of_its_end_at_the_next_token() {
        try (BrowserContext assistant = french();
                BrowserContext head = french()) {
            Page page = signedIn(assistant, "helene.gueguen", "pronote-0359001U");
            assertThat(page.locator("#relais-closed")).containsText("PRONOTE – Collège des Bruyères");
            picture(page, "demo-closed");
            page.locator("#relais-back").click();
            assertThat(page.locator("#error")).isVisible();

            String token = tokenOfAccountConsole(head, "nolwenn.legoff");
            String grant = academy.give(token, "0359001U_AES", "helene.gueguen");
            page.locator("#sign-in button").click();
            logIn(page, "helene.gueguen");
            assertThat(page.locator("#who")).hasText("Hélène Guéguen");
            assertThat(page.locator("#groups li")).hasText("0359001U_AES");
            picture(page, "demo-open");

            Page other = opened(assistant, "gar");
            assertThat(other.locator("#who")).hasText("Hélène Guéguen");
            assertThat(other.locator("#no-group")).isVisible();

            Page mail = assistant.newPage();
            mail.navigate(app.url().resolve(DemoMails.PATH).toString());
            mail.getByText("Votre accès anticipé est ouvert").click();
            assertThat(mail.locator("a.relais-button")).hasAttribute("href", keycloak + "/realms/academie/account/");
            picture(mail, "demo-mail");

            academy.end(token, grant);
            page.locator("#refresh").click();
            assertThat(page.locator("#sign-in")).isVisible();
            assertThat(page.locator("#error")).isVisible();
        }
    }

    private static BrowserContext french() {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale("fr-FR").setViewportSize(1100, 800));
    }

    private static Page signedIn(BrowserContext context, String username, String client) {
        Page page = opened(context, client);
        logIn(page, username);
        return page;
    }

    private static Page opened(BrowserContext context, String client) {
        Page page = context.newPage();
        page.route(
                "**/config.json",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"keycloak\":\"%s\",\"realm\":\"academie\"}".formatted(keycloak))));
        page.navigate(app.url().toString());
        page.locator("#client").selectOption(client);
        page.locator("#sign-in button").click();
        return page;
    }

    /** The token which the stock account console itself sends to the server. */
    private static String tokenOfAccountConsole(BrowserContext context, String username) {
        Page page = context.newPage();
        page.navigate(keycloak + "/realms/academie/account");
        page.locator("#username").waitFor();
        Request authorised = page.waitForRequest(
                request -> request.headers().getOrDefault("authorization", "").startsWith("Bearer "),
                () -> logIn(page, username));
        return authorised.headers().get("authorization");
    }

    private static void logIn(Page page, String username) {
        page.locator("#username").fill(username);
        page.locator("#password").fill("demo");
        page.locator("#kc-login").click();
    }

    private static void picture(Page page, String name) {
        Path file = Project.target().resolve("pictures").resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        assertThat(file).isNotEmptyFile();
    }
}
