package org.relais.keycloak.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.PageFixture;
import org.relais.keycloak.it.support.protocol.Chromium;
import org.relais.keycloak.it.support.protocol.Look;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** The members of a group are changed together, and only when the basket is validated. */
@ExtendWith(RelaisServer.class)
class MembersIT {

    private static Chromium chromium;
    private static PageFixture fixture;

    @BeforeAll
    static void people_are_waited_for(TestRealm realm, Chromium browser) {
        chromium = browser;
        fixture = new PageFixture(realm)
                .officialMember("alan.cadiou", "Alan", "Cadiou")
                .assistant("brieuc.morvan", "Brieuc", "Morvan")
                .assistant("soizic.ledantec", "Soizic", "Le Dantec")
                .assistant("katell.prigent", "Katell", "Prigent")
                .indexed();
    }

    @Test
    void additions_and_removals_are_done_in_one_act_and_nothing_before_it(TestRealm realm) {
        fixture.give("soizic.ledantec", Days.soon());
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH).signIn(HEAD)) {
            GroupPage groupPage = console.group("AESH 0359001U_AES");
            assertThat(groupPage.member("Alan Cadiou")).containsText("par défaut");
            assertThat(groupPage.member("Soizic Le Dantec")).containsText("ajouté jusqu’au");
            assertThat(groupPage.member("Soizic Le Dantec")).containsText("par Nolwenn Le Goff");
            assertThat(groupPage.member("Soizic Le Dantec")).containsText(GroupPage.REASON);

            groupPage.remove("Soizic Le Dantec").findAndAdd("morvan", "Brieuc Morvan");
            assertThat(groupPage.basket()).containsText("2 modifications à valider");
            assertThat(fixture.members("granted").findValuesAsText("username")).containsExactly("soizic.ledantec");

            groupPage.because("Remplacement").validate();
            assertThat(groupPage.basket()).containsText("Accès donné à Brieuc Morvan");
            assertThat(groupPage.basket()).containsText("Accès terminé pour Soizic Le Dantec");
            assertThat(groupPage.member("Brieuc Morvan")).containsText("Remplacement");
            assertThat(groupPage.member("Soizic Le Dantec")).hasCount(0);
        }
        assertThat(fixture.members("granted").findValuesAsText("username")).containsExactly("brieuc.morvan");
    }

    @Test
    void cancelling_drops_all_of_it(TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH).signIn(HEAD)) {
            GroupPage groupPage = console.group("AESH 0359002V_AES").findAndAdd("prigent", "Katell Prigent");
            groupPage.press("Annuler");
            assertThat(groupPage.basket()).containsText("Rien n’est fait avant");
            assertThat(console.page().getByTestId("announcements")).containsText("abandonnées");
            console.page().reload();
            assertThat(new GroupPage(console.page()).basket()).not().containsText("Katell");
        }
    }

    @Test
    void somebody_unknown_to_the_directory_is_awaited(TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH).signIn(HEAD)) {
            GroupPage groupPage = console.group("AESH – soutien au handicap 0359001U_ASH");
            Page page = console.page();
            groupPage.find("inconnue").press("Cette personne n’est pas encore dans l’annuaire ?");
            page.getByLabel("Identifiant ou adresse électronique").fill("Marie.Durand@academie.example");
            page.keyboard().press("Enter");
            groupPage.because("Contrat en cours de signature").validate();
            assertThat(groupPage.member("marie.durand@academie.example")).containsText("en attente d’un compte");
        }
    }

    @Test
    void the_members_of_a_group_are_copied(TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH).signIn(HEAD)) {
            GroupPage groupPage = console.group("Assistants d'éducation 0359001U_AED");
            Page page = console.page();
            groupPage.press("Membres d’un groupe");
            page.getByLabel("Groupe dont les membres sont à ajouter").selectOption("AESH – Collège des Bruyères");
            groupPage.press("Ajouter");
            groupPage.because("Remplacement").validate();
            assertThat(groupPage.member("Alan Cadiou")).containsText("ajouté jusqu’au");
        }
    }

    @Test
    void members_are_filtered_by_origin_and_by_name(TestRealm realm) {
        try (var console = AccountConsole.open(chromium, realm, Look.FRENCH).signIn(HEAD)) {
            GroupPage groupPage = console.group("AESH 0359001U_AES");
            Page page = console.page();
            page.getByText("Par défaut (1)").click();
            assertThat(groupPage.members()).hasText(new String[] {"Alan Cadiou alan.cadioupar défaut"});
            page.getByLabel("Filtrer par nom").fill("zzz");
            assertThat(page.getByText("Aucun membre ne correspond.")).isVisible();
        }
    }
}
