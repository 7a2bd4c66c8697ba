package org.relais.keycloak.it.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The page of one group, in French. */
final class GroupPage {

    static final String REASON = "Arrivée avant l’affectation";

    private final Page page;

    GroupPage(Page page) {
        this.page = page;
        search().waitFor();
    }

    Locator search() {
        return page.getByLabel("Nom ou identifiant", new Page.GetByLabelOptions().setExact(true));
    }

    GroupPage find(String text) {
        search().fill(text);
        return this;
    }

    GroupPage add(String name) {
        return press("Ajouter " + name);
    }

    /** Finds somebody and puts them into the basket. */
    GroupPage findAndAdd(String text, String name) {
        return find(text).add(name);
    }

    GroupPage remove(String name) {
        return press("Retirer " + name);
    }

    GroupPage because(String reason) {
        basket().getByRole(AriaRole.BUTTON, named(reason)).click();
        return this;
    }

    GroupPage validate() {
        basket().getByRole(AriaRole.BUTTON, named("Valider")).click();
        return this;
    }

    GroupPage press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        return this;
    }

    Locator basket() {
        return page.locator("#relais-basket");
    }

    Locator members() {
        return page.locator(".relais-members li");
    }

    Locator member(String name) {
        return members().filter(new Locator.FilterOptions().setHasText(name));
    }

    Locator dialog() {
        return page.locator("dialog[open]");
    }

    void open(String tab) {
        page.locator(".relais-tabs").getByText(tab).click();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
