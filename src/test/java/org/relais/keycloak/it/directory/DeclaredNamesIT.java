package org.relais.keycloak.it.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.AccountToCreate.anAccount;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.PeopleSearch;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** Nobody passes for somebody else in the search: by an address that is not theirs, or by a name that they chose. */
@ExtendWith(RelaisServer.class)
class DeclaredNamesIT {

    private static TestRealm realm;
    private static JsonNode userProfile;
    private static PeopleSearch search;

    @BeforeAll
    static void the_index_is_there(TestRealm fresh) {
        realm = fresh;
        userProfile = realm.admin().get("/users/profile").expect(200).json();
        AcademySettings.of(realm).set("searchesPerMinute", "1000");
        search = PeopleSearch.upToDate(realm);
    }

    @AfterEach
    void the_user_profile_is_as_before() {
        realm.admin().put("/users/profile", userProfile).expect(200);
    }

    @Test
    void an_address_is_searched_once_it_is_verified_and_no_longer_than_that() {
        String id = anAccount("imposteur.1")
                .mail("rectrice.cabinet@academie.example")
                .in(realm);
        assertThat(search.find("imposteur.1")).containsExactly("imposteur.1");
        assertThat(search.find("rectrice")).isEmpty();

        realm.admin().put("/users/" + id, Map.of("emailVerified", true)).expect(204);
        assertThat(search.find("rectrice")).containsExactly("imposteur.1");

        realm.admin().put("/users/" + id, Map.of("emailVerified", false)).expect(204);
        assertThat(search.find("rectrice")).isEmpty();
    }

    @Test
    void what_changed_behind_keycloaks_back_or_before_the_upgrade_is_put_right_by_the_reconciliation() {
        TestPerson person =
                aPerson().withMail("directrice.academique@academie.example").in(realm);
        assertThat(search.find("academique")).containsExactly(person.username());
        Sql sql = Sql.of(realm.server());

        sql.change("update USER_ENTITY set EMAIL_VERIFIED = false where ID = ?", person.id());
        PeopleSearch.upToDate(realm);

        assertThat(search.find("academique")).isEmpty();
    }

    @Test
    void an_index_that_another_version_made_is_reconciled_by_itself() {
        Sql sql = Sql.of(realm.server());
        String realmId = LedgerRows.of(realm).realmId();
        TestPerson person =
                aPerson().withMail("ancienne.adresse@academie.example").in(realm);
        sql.change("update USER_ENTITY set EMAIL_VERIFIED = false where ID = ?", person.id());
        assertThat(search.find("ancienne")).containsExactly(person.username());

        sql.change("update RELAIS_INDEX set CONFIGURATION = 'of an older version' where REALM_ID = ?", realmId);
        Housekeeping.run(realm.server());

        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> search.find("ancienne").isEmpty());
    }

    @Test
    void whoever_has_no_record_is_shown_with_a_name_they_may_have_chosen() {
        TestPerson chosen = aPerson().called("Nolwenn", "Le Goff").in(realm);
        TestPerson known = aPerson()
                .called("Katell", "Morvan")
                .with("ENTPersonFonctions", "0299001B$AES")
                .in(realm);
        JsonNode grant = Manager.head(realm).give(GROUP, chosen, Days.soon());
        JsonNode other = Manager.head(realm).give(GROUP, known, Days.soon());
        JsonNode manager = Manager.head(realm)
                .api()
                .post(
                        "/groups/" + realm.groupId(GROUP) + "/managers",
                        Map.of(
                                "type",
                                "USER",
                                "principalId",
                                chosen.id(),
                                "endsOn",
                                Days.soon().toString()))
                .expect(200)
                .json();

        assertThat(found(chosen).get("nameDeclared").asBoolean()).isTrue();
        assertThat(found(known).has("nameDeclared")).isFalse();
        assertThat(member(chosen).get("nameDeclared").asBoolean()).isTrue();
        assertThat(member(known).has("nameDeclared")).isFalse();
        assertThat(grant.get("personNameDeclared").asBoolean()).isTrue();
        assertThat(grant.get("personUsername").asText()).isEqualTo(chosen.username());
        assertThat(other.path("personNameDeclared").asBoolean(false)).isFalse();
        assertThat(manager.get("nameDeclared").asBoolean()).isTrue();
        assertThat(manager.get("username").asText()).isEqualTo(chosen.username());
        assertThat(Manager.head(realm).journal(GROUP))
                .filteredOn(line -> line.path("person").path("id").asText().equals(chosen.id()))
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line.at("/person/username").asText()).isEqualTo(chosen.username()));
        assertThat(realm.relais(HEAD)
                        .get("/me")
                        .expect(200)
                        .json()
                        .path("nameDeclared")
                        .asBoolean(false))
                .isFalse();
    }

    @Test
    void status_warns_of_names_that_people_edit_and_nobody_is_marked_where_they_cannot() {
        TestPerson person = aPerson().called("Soazig", "Le Bihan").in(realm);
        assertThat(codes()).contains("warning-editable-names");
        assertThat(found(person).get("nameDeclared").asBoolean()).isTrue();

        onlyAdministratorsEditNames();

        assertThat(codes()).doesNotContain("warning-editable-names");
        assertThat(found(person).has("nameDeclared")).isFalse();
        realm.set("editUsernameAllowed", true);
        assertThat(codes()).contains("warning-editable-names");
        realm.set("editUsernameAllowed", false);
    }

    @Test
    void a_name_may_be_chosen_wherever_people_register_too() {
        TestPerson person = aPerson().called("Gaëlle", "Jestin").in(realm);
        onlyAdministratorsEditNames();

        realm.set("registrationAllowed", true);

        assertThat(found(person).get("nameDeclared").asBoolean()).isTrue();
        realm.set("registrationAllowed", false);
    }

    @Test
    void a_page_of_people_without_a_record_takes_no_more_statements_than_one_of_others() {
        for (int i = 0; i < 10; i++) {
            aPerson().called("Rannveig", "Sansdossier").in(realm);
            aPerson().called("Rannveig", "Avecdossier").with("title", "AES").in(realm);
        }
        long without = statements("sansdossier");

        assertThat(without).isEqualTo(statements("avecdossier"));
    }

    private static long statements(String text) {
        search.page("q=" + text);
        return realm.server().statements().fewestDuring(() -> () -> search.page("q=" + text));
    }

    private static JsonNode found(TestPerson person) {
        return search.page("q=" + person.username()).at("/items/0");
    }

    private static JsonNode member(TestPerson person) {
        return Manager.head(realm).members(GROUP, "granted").stream()
                .map(member -> member.get("person"))
                .filter(it -> it.get("id").asText().equals(person.id()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes() {
        List<String> codes = new ArrayList<>();
        realm.admin()
                .get("/relais/status")
                .expect(200)
                .json()
                .get("warnings")
                .forEach(warning -> codes.add(warning.get("code").asText()));
        return codes;
    }

    private static void onlyAdministratorsEditNames() {
        ObjectNode changed = userProfile.deepCopy();
        changed.get("attributes").forEach(attribute -> {
            if (List.of("firstName", "lastName").contains(attribute.get("name").asText())) {
                ((ObjectNode) attribute)
                        .withObject("/permissions")
                        .putArray("edit")
                        .add("admin");
            }
        });
        realm.admin().put("/users/profile", changed).expect(200);
    }
}
