package org.relais.keycloak.it.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ADMINISTRATOR;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.relais.keycloak.it.support.assertion.Pictures;
import org.relais.keycloak.it.support.people.PageFixture;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.protocol.Look;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** Each tab in both languages, in the dark, on a phone, and as those see it who only read; accessible and whole. */
@ExtendWith(RelaisServer.class)
class EveryTabIT {

    private static final String SCHOOLS = """
            Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;etat
            0350896J;Collège de l’Élorn;Collège;OUVERT
            0350897A;Lycée des Landes;Lycée;OUVERT
            0350896J;Collège en double;Collège;OUVERT
            035;École sans UAI;Ecole;OUVERT
            """;

    private static Chromium chromium;
    private static String viewer;
    private static String grant;

    @BeforeAll
    static void a_realm_is_at_work(TestRealm realm, Chromium browser) {
        chromium = browser;
        viewer = Administrators.with(realm, "view-users");
        PageFixture fixture = new PageFixture(realm)
                .assistant("gwenola.tanguy", "Gwenola", "Tanguy")
                .assistant("soizic.ledantec", "Soizic", "Le Dantec")
                .indexed();
        grant = fixture.giveOneOfEachKind().path("id").asText();
        DownApplication.connect(realm, "moodle");
        realm.admin()
                .send(
                        "POST",
                        "/relais/schools/import?groups=false",
                        "text/csv",
                        "uai;name;type;etat\n0560080Y;Lycée du Port;LYC;OUVERT\n0560081Z;École des Landes;ECO;FERME")
                .expect(200);
    }

    static Stream<Arguments> looks() {
        return Stream.of(
                Arguments.of("fr", Look.FRENCH, ADMINISTRATOR),
                Arguments.of("en-dark", Look.DARK, ADMINISTRATOR),
                Arguments.of("fr-phone", Look.PHONE, ADMINISTRATOR),
                Arguments.of("fr-view", Look.FRENCH, viewer));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void each_tab_is_whole_and_in_nobodys_way(String kind, Look look, String username, TestRealm realm) {
        try (var console = AdminConsole.open(chromium, realm, look)) {
            console.signInAt(username, console.hash("access?status=ALL"));
            Pictures pictures = console.pictures(kind);
            console.row("Maël Kerbrat").waitFor();
            pictures.take("1-access");
            console.at("access/" + grant);
            console.ours().locator(".relais-journal li").first().waitFor();
            pictures.take("2-grant");
            console.at("groups?q=0359001U");
            console.ours().locator("a.relais-group").first().waitFor();
            pictures.take("3-groups");
            console.at("groups/" + realm.groupId(GROUP));
            console.ours().locator(".relais-members li").first().waitFor();
            pictures.take("4-group");
            console.at("profiles");
            console.row("AES").first().waitFor();
            pictures.take("5-profiles");
            console.at("schools");
            console.row("Lycée du Port").waitFor();
            pictures.take("6-schools");
            console.at("applications");
            console.ours().locator(".relais-card").waitFor();
            pictures.take("7-applications");
            console.at("journal");
            console.ours().locator(".relais-journal li").first().waitFor();
            pictures.take("8-journal");
            console.at("status");
            console.ours().locator(".relais-card").first().waitFor();
            pictures.take("9-status");
            if (username.equals(ADMINISTRATOR)) {
                takeForms(console, pictures);
            }
            assertThat(console.complaints()).isEmpty();
        }
    }

    private static void takeForms(AdminConsole console, Pictures pictures) {
        console.at("profiles/new");
        console.ours().locator("#relais-profile-suffix").fill("NEW");
        pictures.take("10-profile");
        console.ours().locator("button[type=submit]").click();
        console.page().locator("dialog[open]").waitFor();
        pictures.take("11-consequences");
        console.page().keyboard().press("Escape");
        console.at("access/import");
        console.choose(
                "acces.csv",
                "identifier;uai;suffix\nnobody@x.example;0359001U;AES\nx;1;2".getBytes(StandardCharsets.UTF_8));
        console.ours().locator("tbody tr").first().waitFor();
        pictures.take("12-import");
        console.at("schools/import");
        console.choose("schools.csv", SCHOOLS.getBytes(StandardCharsets.UTF_8));
        console.ours().locator("tbody tr").first().waitFor();
        pictures.take("13-import-schools");
        console.at("access");
        console.row("Maël Kerbrat").locator("input").check();
        console.ours().locator(".relais-selection .pf-m-primary").click();
        console.page().locator("dialog[open]").waitFor();
        pictures.take("14-renew");
    }
}
