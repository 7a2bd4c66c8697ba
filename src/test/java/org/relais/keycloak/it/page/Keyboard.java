package org.relais.keycloak.it.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** Goes through a page as people without a mouse do. */
final class Keyboard {

    private static final int FAR = 120;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Presses the tabulator until the element whose name begins so has the focus. */
    Keyboard goTo(AriaRole role, String name) {
        Locator wanted = page.getByRole(role, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)))
                .first();
        for (int i = 0; i < FAR; i++) {
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach " + name);
    }

    void press(String key) {
        page.keyboard().press(key);
    }
}
