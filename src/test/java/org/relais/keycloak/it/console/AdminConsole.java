package org.relais.keycloak.it.console;

import static com.microsoft.playwright.options.WaitForSelectorState.ATTACHED;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.relais.keycloak.it.support.assertion.Pictures;
import org.relais.keycloak.it.support.protocol.BrowserComplaints;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.protocol.Look;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestRealm;

/** The Admin Console of one administrator, in a browser of their own. */
final class AdminConsole implements AutoCloseable {

    static final String ELEMENT = "relais-admin";

    private final ServerUnderTest server;
    private final String realm;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints;
    private String address;

    private AdminConsole(ServerUnderTest server, String realm, BrowserContext context) {
        this.server = server;
        this.realm = realm;
        this.context = context;
        this.page = context.newPage();
        this.complaints = BrowserComplaints.of(page);
    }

    static AdminConsole open(Chromium chromium, TestRealm realm, Look look) {
        return open(chromium, realm.server(), realm.name(), look);
    }

    static AdminConsole open(Chromium chromium, ServerUnderTest server, String realm, Look look) {
        return new AdminConsole(server, realm, chromium.browser().newContext(look.options()));
    }

    Page page() {
        return page;
    }

    /** What the browser complained of: errors of scripts, breaches of the Content-Security-Policy. */
    List<String> complaints() {
        return complaints;
    }

    /** As one of the realm, in the realm's own console. */
    AdminConsole signIn(String username) {
        return signIn(realm, username, TestRealm.PASSWORD, "");
    }

    /** The same at once at an address of the console. */
    AdminConsole signInAt(String username, String where) {
        return signIn(realm, username, TestRealm.PASSWORD, where);
    }

    /** As the first administrator of all, in the console of the realm master. */
    AdminConsole signInAsMaster() {
        return signIn("master", "admin", "admin", "#/" + realm + "/users");
    }

    private AdminConsole signIn(String ofRealm, String username, String password, String where) {
        address = server.url() + "/admin/" + ofRealm + "/console/";
        page.navigate(address + where);
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        page.locator(".pf-v5-c-nav__link, " + ELEMENT).first().waitFor();
        return this;
    }

    /** Ours in the console's menu. */
    Locator entry() {
        return page.locator("#nav-item-relais");
    }

    /** Through the menu. */
    AdminConsole section() {
        entry().click();
        page.locator(ELEMENT + " h1").waitFor();
        return this;
    }

    /** A page of the section by its address: {@code groups}, {@code access?status=ALL}. */
    AdminConsole at(String path) {
        page.evaluate("hash => { location.hash = hash }", hash(path));
        page.locator(ELEMENT + " h1").waitFor();
        return this;
    }

    String hash(String path) {
        return "#/" + realm + "/relais/" + path;
    }

    String address() {
        return address;
    }

    Locator ours() {
        return page.locator(ELEMENT);
    }

    Locator row(String text) {
        return ours().locator("tbody tr").filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    AdminConsole press(String name) {
        button(name).click();
        return this;
    }

    /** Presses what saves a file, and reads it. */
    String saved(String name) {
        Download download = page.waitForDownload(() -> button(name).click());
        try (InputStream file = download.createReadStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A file to import; what was asked before is answered by then, and what it comes to is there afterwards. */
    AdminConsole choose(String name, byte[] content) {
        ours().locator("input[type=file]:enabled").setInputFiles(new FilePayload(name, "text/csv", content));
        ours().getByText(name).waitFor();
        ours().locator("input[type=file]:enabled").waitFor(new Locator.WaitForOptions().setState(ATTACHED));
        return this;
    }

    Pictures pictures(String kind) {
        return new Pictures(page, ELEMENT, "console", kind);
    }

    @Override
    public void close() {
        context.close();
    }
}
