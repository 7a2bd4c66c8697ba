package org.relais.keycloak.it.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.regex.Pattern;
import org.relais.keycloak.it.support.protocol.BrowserComplaints;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.protocol.Look;
import org.relais.keycloak.it.support.server.TestRealm;

/** The account console of one person, in a browser of their own. */
final class AccountConsole implements AutoCloseable {

    private static final Pattern MENU = Pattern.compile("Gestion des groupes|Group management");

    private final TestRealm realm;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints;

    private AccountConsole(TestRealm realm, BrowserContext context) {
        this.realm = realm;
        this.context = context;
        this.page = context.newPage();
        this.complaints = BrowserComplaints.of(page);
    }

    static AccountConsole open(Chromium chromium, TestRealm realm, Look look) {
        return new AccountConsole(realm, chromium.browser().newContext(look.options()));
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** What the browser complained of: errors of scripts, breaches of the Content-Security-Policy. */
    List<String> complaints() {
        return complaints;
    }

    String address() {
        return realm.server().url() + "/realms/" + realm.name() + "/account/";
    }

    AccountConsole signIn(String username) {
        page.navigate(address());
        return identify(username);
    }

    /** On the login page that is shown. */
    AccountConsole identify(String username) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(TestRealm.PASSWORD);
        page.locator("#kc-login").click();
        page.locator("nav").first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        return this;
    }

    /** The entry of the console's menu, which is behind a button on a phone. */
    Locator menu() {
        return page.locator("nav").getByText(MENU).first();
    }

    AccountConsole groups() {
        boolean hidden = page.locator(".pf-v5-c-page__sidebar.pf-m-collapsed").count() > 0;
        if (hidden) {
            toggle();
        }
        menu().click();
        page.locator("relais-groups h1").waitFor();
        if (hidden && page.locator(".pf-v5-c-page__sidebar.pf-m-expanded").count() > 0) {
            toggle();
        }
        return this;
    }

    /** The page of a group, by its label; the first school's. */
    GroupPage group(String label) {
        groups();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^" + label)))
                .first()
                .click();
        return new GroupPage(page);
    }

    private void toggle() {
        page.locator(".pf-v5-c-masthead__toggle button").click();
    }

    @Override
    public void close() {
        context.close();
    }
}
