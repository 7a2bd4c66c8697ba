package org.relais.keycloak.it.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ADMINISTRATOR;
import static org.relais.keycloak.it.support.server.TestProfiles.aProfile;
import static org.relais.keycloak.it.support.server.TestProfiles.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.Roles;
import org.relais.keycloak.it.support.server.TestClients;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** Profiles are components of the realm: what makes no sense is refused when it is saved, in words. */
@ExtendWith(RelaisServer.class)
class ProfileIT {

    private static TestRealm realm;
    private static TestProfiles profiles;

    @BeforeAll
    static void an_administrator_is_at_work(TestRealm fresh) {
        realm = fresh;
        profiles = TestProfiles.of(realm);
    }

    @Test
    void a_profile_is_created_changed_and_deleted() {
        ObjectNode component = with(aProfile("CPE"), "clients", "pronote-{uai}", "pmb");
        with(component, "managedBy", "DIR");
        with(component, "labelEn", "Head supervisors");
        profiles.create(component).expect(201);
        assertThat(status("CPE").get("label").asText()).isIn("Head supervisors", "CPE");
        assertThat(status("CPE").get("clients")).hasSize(2);

        profiles.set("CPE", "clients", "pmb");
        assertThat(status("CPE").get("clients")).hasSize(1);

        profiles.delete(profiles.named("CPE")).expect(204);
        assertThat(status("CPE").isMissingNode()).isTrue();
    }

    @Test
    void a_profile_that_refers_to_one_that_does_not_exist_is_refused() {
        refused(with(aProfile("X"), "managedBy", "DIR", "NOPE"), "managedBy", "NOPE");
        refused(with(aProfile("X"), "together", "NOPE"), "together", "NOPE");
    }

    @Test
    void a_day_that_is_not_in_the_year_is_refused() {
        for (String day : List.of("31-08", "02-30", "8-31", "08-31-2026", "x")) {
            refused(with(aProfile("X"), "latestEnd", day), day, "08-31");
        }
    }

    @Test
    void a_label_with_what_nobody_sees_is_refused() {
        refused(with(aProfile("X"), "labelFr", "A\u200bES"), "U+200B");
        refused(with(aProfile("X"), "labelEn", "\u202eSEA"), "U+202E");
    }

    @Test
    void a_client_kept_for_official_members_is_refused() {
        refused(with(aProfile("X"), "clients", "moodle", "gar"), "gar");
        refused(with(aProfile("X"), "clients", "arena"), "arena");
        for (String own : List.of("account", "account-console", "admin-cli", "realm-management", "broker")) {
            refused(with(aProfile("X"), "clients", own), own);
        }
        refused(with(aProfile("X"), "clients", "{uai}"), "{uai}");
        refused(with(aProfile("X"), "clients", "g{uai}"), "gar");
        profiles.create(with(with(aProfile("O"), "population", "OFFICIAL"), "clients", "gar"))
                .expect(201);
    }

    @Test
    void a_client_an_administrator_has_marked_is_refused() {
        realm.admin()
                .post(
                        "/clients",
                        Map.of("clientId", "siecle-0359001U", "attributes", Map.of("relais.officialOnly", "true")))
                .expect(201);

        refused(with(aProfile("X"), "clients", "siecle-{uai}"), "siecle-{uai}", "siecle-0359001U");
        refused(with(aProfile("X"), "clients", "siecle-0359001U"), "siecle-0359001U");
    }

    @Test
    void a_profile_whose_group_carries_an_administration_role_is_refused() {
        JsonNode component = profiles.named("DOC");
        String group = realm.groupId("0359002V_DOC");
        Roles.of(realm).makeAdministrators(group);

        refusal(profiles.update(component), "0359002V_DOC");
        profiles.update(with(component.deepCopy(), "population", "OFFICIAL")).expect(204);
    }

    @Test
    void names_that_carry_rights_of_their_own_are_for_official_members() {
        for (String suffix : List.of("GAR", "gar-ENT", "ADF", "GES", "TOUS", "x_dir")) {
            refused(aProfile(suffix), suffix);
        }
        profiles.create(with(aProfile("GES"), "population", "OFFICIAL")).expect(201);
    }

    @Test
    void days_are_whole_numbers_and_the_default_fits_the_greatest() {
        for (String days : List.of("0", "-1", "x", "1.5", "99999")) {
            refused(with(aProfile("X"), "maxDays", days), "maxDays", days);
            refused(with(aProfile("X"), "defaultDays", days), "defaultDays", days);
        }
        refused(with(with(aProfile("X"), "defaultDays", "90"), "maxDays", "60"), "90", "60");
    }

    @Test
    void a_suffix_is_a_word_and_there_is_one_profile_for_it() {
        refused(aProfile("aes"), "aes");
        for (String suffix : List.of("two words", "é", "x".repeat(65), "-x", "a/b")) {
            refused(aProfile(suffix), suffix);
        }
        refusal(profiles.update(with(profiles.named("ASH"), "suffix", "AES")), "AES");
    }

    @Test
    void an_unknown_population_is_refused() {
        refused(with(aProfile("X"), "population", "EVERYBODY"), "EVERYBODY", "MIXED");
    }

    @Test
    void a_refusal_speaks_the_administrators_language() {
        ObjectNode component = with(aProfile("X"), "managedBy", "NOPE");
        realm.admin()
                .put("/users/" + realm.userId(ADMINISTRATOR), userSpeaking("fr"))
                .expect(204);
        String token = realm.token(ADMINISTRATOR, TestClients.TESTS);
        Api admin = new Api(realm.server().url(), () -> token).below("/admin/realms/" + realm.name());

        assertThat(message(TestProfiles.by(admin).create(component)))
                .isEqualTo("Dans « managedBy », aucun profil n’a le suffixe « NOPE » : créez-le d’abord.");
        assertThat(message(profiles.create(component)))
                .isEqualTo("In “managedBy”, no profile has the suffix “NOPE”: create it first.");
    }

    @Test
    void a_realm_has_one_academy_whose_settings_can_be_read() {
        ObjectNode academy = profiles.named("academy");
        ObjectNode second = academy.deepCopy().put("name", "another");
        second.remove("id");

        refusal(profiles.create(second), "relais-academy");
        refusal(profiles.update(with(academy.deepCopy(), "timeZone", "Brest")), "Brest", "Europe/Paris");
        refusal(profiles.update(with(academy.deepCopy(), "schoolsRoot", "etablissements")), "etablissements");
        refusal(profiles.update(with(academy.deepCopy(), "journalDays", "0")), "journalDays", "0");
        refusal(profiles.update(with(academy.deepCopy(), "mails", "given", "spam")), "spam", "regularised", "none");
        refusal(profiles.update(with(academy.deepCopy(), "reminderDays", "15", "0")), "reminderDays", "0");
        profiles.update(academy).expect(204);
    }

    private static void refused(ObjectNode component, String... words) {
        refusal(profiles.create(component), words);
    }

    private static void refusal(Answer answer, String... words) {
        assertThat(message(answer)).contains(words);
    }

    private static String message(Answer answer) {
        String message = answer.expect(400).json().path("errorMessage").asText();
        assertThat(message).isNotBlank().doesNotContain("relais-profile", "relais-number", "{0}", "{1}");
        return message;
    }

    private static ObjectNode userSpeaking(String language) {
        ObjectNode user = (ObjectNode) realm.admin()
                .get("/users/" + realm.userId(ADMINISTRATOR))
                .expect(200)
                .json();
        user.withObject("/attributes").putArray("locale").add(language);
        return user;
    }

    private static JsonNode status(String suffix) {
        for (JsonNode profile :
                realm.admin().get("/relais/status").expect(200).json().get("profiles")) {
            if (profile.get("suffix").asText().equals(suffix)) {
                return profile;
            }
        }
        return MissingNode.getInstance();
    }
}
