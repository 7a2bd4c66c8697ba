package org.relais.keycloak.it.support.assertion;

import com.microsoft.playwright.Page;

/** How a page of Keycloak's consoles is drawn; our own entry in the navigation does not count. */
public final class Screenshot {

    private static final String READ = "() => [...document.querySelectorAll('main *, nav *')]"
            + ".filter(element => !element.closest('li:has(#nav-item-relais)')).slice(0, 300)"
            + ".map(element => { const style = getComputedStyle(element); return [element.tagName, style.color,"
            + " style.fontSize, style.margin, style.padding, style.display, style.backgroundColor].join(); }).join('|')";
    private static final double A_MOMENT = 300;

    private final String styles;

    private Screenshot(String styles) {
        this.styles = styles;
    }

    /** Once nothing changes any more. */
    public static Screenshot of(Page page) {
        String earlier = "";
        String now = read(page);
        while (!now.equals(earlier)) {
            page.waitForTimeout(A_MOMENT);
            earlier = now;
            now = read(page);
        }
        return new Screenshot(now);
    }

    /** Fails unless the page comes to look like this. */
    public void awaitOn(Page page) {
        page.waitForFunction("styles => (" + READ + ")() === styles", styles);
    }

    private static String read(Page page) {
        return (String) page.evaluate(READ);
    }
}
