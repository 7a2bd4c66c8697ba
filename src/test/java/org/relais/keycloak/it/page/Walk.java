package org.relais.keycloak.it.page;

import com.microsoft.playwright.Page;

/** Steps through the page in any language. */
final class Walk {

    private final Page page;

    Walk(Page page) {
        this.page = page;
    }

    void press(String selector) {
        page.locator("relais-groups").locator(selector).click();
    }

    /** The field of the search for people, whatever it is called. */
    void search(String text) {
        page.locator(".relais-search input[type=search]").fill(text);
        page.locator(".relais-found").waitFor();
    }

    /** Members, managers, journal. */
    void tab(int number) {
        page.locator(".relais-tabs a").nth(number).click();
    }
}
