package org.relais.keycloak.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ADMINISTRATOR;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.protocol.Look;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** The schools of a realm: who heads them, what they lack, and those of a file. */
@ExtendWith(RelaisServer.class)
class SchoolsIT {

    private static Chromium chromium;

    @BeforeAll
    static void launch(Chromium browser) {
        chromium = browser;
    }

    @Test
    void a_file_of_the_open_data_with_faults_is_checked_then_imported_once(TestRealm realm) {
        byte[] file = ("Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;etat\r\n"
                        + "0350000A;Collège de l’Élorn;Collège;OUVERT\r\n"
                        + "0350001Z;École à lettre fausse;Ecole;OUVERT\r\n"
                        + "0350000A;Collège en double;Collège;OUVERT\r\n"
                        + "pas une UAI;X;Y;OUVERT\r\n"
                        + "0350002C;Lycée fermé;Lycée;A FERMER\r\n")
                .getBytes(Charset.forName("windows-1252"));
        try (var console = AdminConsole.open(chromium, realm, Look.FRENCH)
                .signIn(ADMINISTRATOR)
                .section()
                .at("schools/import")) {
            console.choose("annuaire.csv", file);
            assertThat(console.row("Collège de l’Élorn")).containsText("créé");
            assertThat(console.ours().locator(".relais-problem-lines").first()).containsText("PAS UNE UAI");
            assertThat(names(realm)).doesNotContain("Collège de l’Élorn");
            console.press("Importer");
            assertThat(console.ours()).containsText("L’import est terminé.", patiently());
            assertThat(names(realm)).contains("Collège de l’Élorn");
            console.choose("annuaire.csv", file);
            assertThat(console.row("Collège de l’Élorn")).hasCount(0);
            assertThat(console.button("Importer")).hasCount(0);
            console.choose("image.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
            assertThat(console.ours().locator(".pf-m-danger")).isVisible();
            console.choose("gros.csv", "x".repeat(10_000_001).getBytes(StandardCharsets.US_ASCII));
            assertThat(console.ours().locator(".pf-m-danger")).containsText("10", patiently());
            assertThat(console.complaints()).isEmpty();
        }
    }

    @Test
    void missing_groups_are_created_for_one_school_and_for_all(TestRealm realm) {
        realm.admin()
                .send("POST", "/relais/schools/import?groups=false", "text/csv", "uai;name\n0560080Y;Lycée du Port")
                .expect(200);
        try (var console = AdminConsole.open(chromium, realm, Look.FRENCH)
                .signIn(ADMINISTRATOR)
                .section()
                .at("schools")) {
            Page page = console.page();
            page.getByLabel("Nom ou début d’UAI").fill("0359001U");
            assertThat(console.row("Collège des Bruyères")).containsText("Nolwenn Le Goff");
            page.getByLabel("Nom ou début d’UAI").fill("du port");
            assertThat(console.row("Lycée du Port")).containsText("personne");
            console.row("Lycée du Port").locator("button").click();
            assertThat(console.row("Lycée du Port").locator("button")).hasCount(0);
            realm.admin().post("/components", profile()).expect(201);
            console.press("Créer tous les groupes manquants");
            page.locator("dialog[open] .pf-m-primary").click();
            assertThat(page.locator("dialog[open]")).containsText("L’import est terminé.", patiently());
            console.press("Fermer");
            assertThat(console.row("Lycée du Port")).hasCount(1);
            assertThat(console.row("Lycée du Port").locator("button")).hasCount(0);
            assertThat(console.complaints()).isEmpty();
        }
    }

    @Test
    void a_closed_school_is_marked_and_stays(TestRealm realm) {
        realm.admin()
                .send("POST", "/relais/schools/import", "text/csv", "uai;name;etat\n0560081Z;École des Landes;FERME")
                .expect(200);
        try (var console = AdminConsole.open(chromium, realm, Look.FRENCH)
                .signIn(ADMINISTRATOR)
                .section()
                .at("schools?q=landes")) {
            assertThat(console.row("École des Landes")).containsText("fermé");
        }
    }

    private static Map<String, Object> profile() {
        return Map.of(
                "name", "INF",
                "providerId", "relais-profile",
                "providerType", "org.relais.keycloak.school.SchoolComponent",
                "config", Map.of());
    }

    private static List<String> names(TestRealm realm) {
        return realm.admin()
                .get("/relais/schools?max=100")
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("name");
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }
}
