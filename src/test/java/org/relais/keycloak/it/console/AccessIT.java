package org.relais.keycloak.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ADMINISTRATOR;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.PageFixture;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.protocol.Look;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** The accesses of a realm: found, opened, renewed and ended together, in a file and from one. */
@ExtendWith(RelaisServer.class)
class AccessIT {

    private static Chromium chromium;

    @BeforeAll
    static void accesses_are_given(TestRealm realm, Chromium browser) {
        chromium = browser;
        PageFixture fixture = new PageFixture(realm)
                .assistant("soizic.ledantec", "Soizic", "Le Dantec")
                .assistant("katell.prigent", "Katell", "Prigent")
                .assistant("brieuc.morvan", "Brieuc", "Morvan")
                .assistant("gwenola.tanguy", "Gwenola", "Tanguy")
                .indexed();
        fixture.give("soizic.ledantec", Days.soon());
        fixture.give("katell.prigent", Days.soon());
        fixture.giveOneOfEachKind();
    }

    @Test
    void filters_find_what_they_mean_and_one_is_opened_with_its_history(TestRealm realm) {
        try (var console = AdminConsole.open(chromium, realm, Look.FRENCH)
                .signIn(ADMINISTRATOR)
                .section()) {
            Page page = console.page();
            assertThat(console.row("Maël Kerbrat")).hasCount(1);
            assertThat(console.row("Gwenola Tanguy")).hasCount(0);
            page.getByLabel("État").selectOption("tous");
            assertThat(console.row("Gwenola Tanguy")).containsText("terminé avant son jour");
            assertThat(console.row("marie.durand@academie.example")).containsText("en attente d’un compte");
            page.getByLabel("Établissement").fill("0299001B");
            assertThat(console.ours()).containsText("Aucun accès ne correspond");
            page.getByLabel("Établissement").fill("0359001u");
            page.getByLabel("Profil").selectOption("AES");
            assertThat(console.row("Gwenola Tanguy")).hasCount(1);
            console.press("Choisir : Personne");
            page.getByLabel("Nom ou identifiant").fill("tanguy");
            console.press("Choisir Gwenola Tanguy");
            assertThat(console.ours().locator("tbody tr")).hasCount(1);
            String table = console.saved("Exporter en CSV");
            assertThat(table.lines()).hasSize(2);
            assertThat(table).contains("Gwenola Tanguy");
            console.row("Gwenola Tanguy").locator("a").first().click();
            assertThat(console.ours()).containsText("Nolwenn Le Goff a terminé l’accès de Gwenola Tanguy.");
            assertThat(console.ours()).containsText("Nolwenn Le Goff a donné un accès à Gwenola Tanguy");
            assertThat(console.button("Terminer l’accès")).hasCount(0);
            assertThat(console.complaints()).isEmpty();
        }
    }

    @Test
    void several_are_renewed_then_ended_together(TestRealm realm) {
        try (var console = AdminConsole.open(chromium, realm, Look.FRENCH)
                .signIn(ADMINISTRATOR)
                .section()) {
            Page page = console.page();
            console.press("Fin d’année scolaire");
            assertThat(console.ours()).containsText("qui se terminent au plus tard le 31 août");
            choose(console, "Soizic Le Dantec");
            choose(console, "Katell Prigent");
            assertThat(console.ours()).containsText("2 accès choisis");
            console.press("Prolonger");
            Locator dialog = page.locator("dialog[open]");
            dialog.getByLabel("Dernier jour").fill(Days.in(30).toString());
            dialog.getByText("Prolonger", exactly()).click();
            assertThat(dialog).containsText("2 accès sont prolongés.");
            console.press("Fermer");
            assertThat(console.row("Katell Prigent"))
                    .containsText(french(Days.in(30).toString()));
            choose(console, "Katell Prigent");
            console.press("Terminer");
            dialog.getByText("Terminer l’accès", exactly()).click();
            assertThat(dialog).containsText("1 accès est terminé.");
            console.press("Fermer");
            assertThat(console.row("Katell Prigent")).hasCount(0);
        }
        assertThat(realm.signIn("katell.prigent", PRONOTE).groups()).isEmpty();
        assertThat(realm.signIn("soizic.ledantec", PRONOTE).groups()).containsExactly(GROUP);
    }

    @Test
    void a_file_is_checked_then_given_and_what_is_refused_comes_back_as_a_file(TestRealm realm) {
        String file = "identifier;uai;suffix;endsOn;reason\r\n"
                + "brieuc.morvan;0359001U;AES;" + Days.soon() + ";Arrivée\r\n"
                + "brieuc.morvan;0350000Z;AES;;\r\n"
                + "=2+3;0359001U;DIR;;Été\r\n";
        try (var console = AdminConsole.open(chromium, realm, Look.FRENCH)
                .signIn(ADMINISTRATOR)
                .section()
                .at("access/import")) {
            console.choose("acces.csv", file.getBytes(Charset.forName("windows-1252")));
            assertThat(console.ours()).containsText("1 ligne peut être importée.");
            assertThat(console.ours()).containsText("2 lignes sont refusées.");
            assertThat(realm.signIn("brieuc.morvan", PRONOTE).groups()).isEmpty();
            String refused = console.saved("Enregistrer les lignes refusées pour les corriger");
            assertThat(refused).contains("'=2+3;0359001U;DIR;;Été;").contains("0350000Z");
            console.press("Donner 1 accès");
            assertThat(console.ours()).containsText("1 accès est donné.");
            console.choose("vide.csv", new byte[0]);
            assertThat(console.ours().locator(".pf-m-danger")).isVisible();
            console.choose("image.csv", new byte[] {1, 0, 2});
            assertThat(console.ours().locator(".pf-m-danger")).isVisible();
            console.choose("acces.csv", file.getBytes(StandardCharsets.UTF_8));
            assertThat(console.ours()).containsText("3 lignes sont refusées.");
            assertThat(console.complaints()).isEmpty();
        }
        assertThat(realm.signIn("brieuc.morvan", PRONOTE).groups()).containsExactly(GROUP);
    }

    @Test
    void whoever_only_reads_is_offered_nothing_to_change(TestRealm realm) {
        String viewer = Administrators.with(realm, "view-users");
        try (var console =
                AdminConsole.open(chromium, realm, Look.FRENCH).signIn(viewer).section()) {
            assertThat(console.row("Maël Kerbrat")).hasCount(1);
            assertThat(console.ours().locator("input[type=checkbox]")).hasCount(0);
            assertThat(console.ours().getByText("Importer des accès")).hasCount(0);
            console.row("Maël Kerbrat").locator("a").first().click();
            assertThat(console.ours()).containsText("a donné un accès à Maël Kerbrat");
            assertThat(console.button("Terminer l’accès")).hasCount(0);
            console.at("schools");
            assertThat(console.row("Collège des Bruyères")).hasCount(1);
            assertThat(console.ours().locator("section button")).hasCount(0);
            console.at("profiles");
            assertThat(console.ours().getByText("Nouveau profil")).hasCount(0);
            console.at("status");
            assertThat(console.ours()).containsText("26.7");
            assertThat(console.ours().locator("section button")).hasCount(0);
            console.at("groups/" + realm.groupId(GROUP));
            assertThat(console.ours().locator(".relais-members li").first()).isVisible();
            assertThat(console.ours().locator("#relais-basket")).hasCount(0);
            assertThat(console.complaints()).isEmpty();
        }
    }

    private static void choose(AdminConsole console, String name) {
        console.row(name).locator("input[type=checkbox]").check();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static String french(String day) {
        String[] parts = day.split("-");
        return parts[2] + "/" + parts[1] + "/" + parts[0];
    }
}
