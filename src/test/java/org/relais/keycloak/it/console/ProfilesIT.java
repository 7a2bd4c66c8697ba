package org.relais.keycloak.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ADMINISTRATOR;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.protocol.Look;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** Profiles are created, changed and deleted, and what that comes to is seen before. */
@ExtendWith(RelaisServer.class)
class ProfilesIT {

    private static Chromium chromium;

    @BeforeAll
    static void launch(Chromium browser) {
        chromium = browser;
    }

    @Test
    void a_profile_is_created_changed_and_deleted(TestRealm realm) {
        try (var console = AdminConsole.open(chromium, realm, Look.FRENCH)
                .signIn(ADMINISTRATOR)
                .section()
                .at("profiles")) {
            Page page = console.page();
            Locator dialog = page.locator("dialog[open]");
            assertThat(console.row("AES").first()).containsText("pronote-{uai}");
            console.ours().getByText("Nouveau profil").click();
            page.getByLabel("Suffixe").fill("AES");
            console.press("Voir les conséquences");
            assertThat(page.getByLabel("Suffixe")).isFocused();
            assertThat(console.ours().locator("#relais-profile-suffix-help")).containsText("AES");

            page.getByLabel("Suffixe").fill("PSY");
            page.getByLabel("Libellé français").fill("Psychologues");
            page.getByLabel("Applications ouvertes").fill("moodle\nnulle-part");
            page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Géré par"))
                    .getByLabel("DIR", new Locator.GetByLabelOptions().setExact(true))
                    .check();
            console.press("Voir les conséquences");
            assertThat(dialog).containsText("0 groupe est concerné.");
            assertThat(dialog).containsText("n’ont pas encore ce groupe");
            assertThat(dialog).containsText("nulle-part (client inconnu)");
            console.press("Enregistrer");
            assertThat(console.row("PSY")).containsText("nulle-part (client inconnu)");

            console.row("PSY").locator("a").click();
            assertThat(page.getByLabel("Libellé français")).hasValue("Psychologues");
            page.getByLabel("Applications ouvertes").fill("moodle");
            console.press("Voir les conséquences");
            assertThat(dialog).containsText("Se ferme aux membres : nulle-part");
            console.press("Enregistrer");
            assertThat(console.row("PSY")).not().containsText("nulle-part");

            console.row("PSY").locator("a").click();
            console.press("Supprimer le profil");
            dialog.getByText("Supprimer le profil", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(console.row("PSY")).hasCount(0);
            assertThat(console.complaints()).isEmpty();
        }
        assertThat(realm.admin().get("/relais/profiles").expect(200).json().findValuesAsText("suffix"))
                .doesNotContain("PSY")
                .contains("AES");
    }

    @Test
    void settings_that_the_form_does_not_show_stay(TestRealm realm) {
        try (var console = AdminConsole.open(chromium, realm, Look.FRENCH)
                .signIn(ADMINISTRATOR)
                .section()
                .at("profiles")) {
            var before = profile(realm);
            console.ours()
                    .getByText("AES", new Locator.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            console.page().getByLabel("Durée proposée, en jours").fill("45");
            console.press("Voir les conséquences").press("Enregistrer");
            assertThat(console.row("AES").first()).isVisible();
            var after = profile(realm);
            assertThat(after.at("/config/defaultDays/0").asText()).isEqualTo("45");
            assertThat(values(after, "clients")).isEqualTo(values(before, "clients"));
            assertThat(values(after, "functionCodes")).isEqualTo(values(before, "functionCodes"));
            assertThat(values(after, "managedBy")).isEqualTo(values(before, "managedBy"));
        }
    }

    /** Keycloak keeps them in no order. */
    private static Set<String> values(JsonNode profile, String setting) {
        Set<String> values = new HashSet<>();
        profile.path("config").path(setting).forEach(value -> values.add(value.asText()));
        return values;
    }

    private static JsonNode profile(TestRealm realm) {
        for (var profile : realm.admin().get("/relais/profiles").expect(200).json()) {
            if (profile.path("suffix").asText().equals("AES")) {
                return realm.admin()
                        .get("/components/" + profile.path("componentId").asText())
                        .expect(200)
                        .json();
            }
        }
        throw new AssertionError("No profile AES");
    }
}
