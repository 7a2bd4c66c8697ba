package org.relais.keycloak.it.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.DemoNames;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.PeopleSearch;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** A head looks for somebody in the whole academy, as one hears the name. */
@ExtendWith(RelaisServer.class)
class PeopleIT {

    private static final String TYPE = "ENTPersonProfils";

    private static TestRealm realm;
    private static PeopleSearch search;

    @BeforeAll
    static void the_people_of_the_demo_are_there(TestRealm fresh) {
        realm = fresh;
        aPerson().identifiedBy("gall.1").called("Yann", "Le Gall").in(realm);
        aPerson().identifiedBy("gall.2").called("Maëlle", "Legall").in(realm);
        aPerson().identifiedBy("hostis.1").called("Rozenn", "L’Hostis").in(realm);
        aPerson().identifiedBy("nguyen.1").called("Thi", "Nguyễn").in(realm);
        search = PeopleSearch.upToDate(realm);
    }

    @Test
    void accents_case_order_and_particles_do_not_matter() {
        assertThat(search.find("gueguen HELENE")).containsExactly(ASSISTANT);
        assertThat(search.find("le gall")).contains("gall.1", "gall.2");
        assertThat(search.find("legall yann")).containsExactly("gall.1");
        assertThat(search.find("l'hostis")).containsExactly("hostis.1");
        assertThat(search.find("hostis")).containsExactly("hostis.1");
        assertThat(search.find("nguyen")).containsExactly("nguyen.1");
        assertThat(search.find("helene.gue")).containsExactly(ASSISTANT);
        assertThat(search.find(DemoNames.email(ASSISTANT))).containsExactly(ASSISTANT);
        assertThat(search.find("gueguen zzz")).isEmpty();
    }

    @Test
    void what_is_shown_of_somebody_without_a_function_is_name_identifier_and_schools() {
        JsonNode found = search.page("q=gueguen").at("/items/0");
        assertThat(found.fieldNames()).toIterable().containsOnly("id", "username", "name", "schools");
        assertThat(found.get("name").asText()).isEqualTo("Hélène Guéguen");
    }

    @Test
    void pupils_and_parents_are_never_found_unless_they_work_there_too() {
        aPerson()
                .identifiedBy("pupil.1")
                .called("Kerguelen", "Un")
                .with(TYPE, "National_ELV")
                .in(realm);
        aPerson()
                .identifiedBy("parent.1")
                .called("Kerguelen", "Deux")
                .with(TYPE, "National_TUT")
                .in(realm);
        aPerson()
                .identifiedBy("teacher.1")
                .called("Kerguelen", "Trois")
                .with(TYPE, "National_TUT", "National_ENS")
                .in(realm);
        aPerson().identifiedBy("nobody.1").called("Kerguelen", "Quatre").in(realm);

        assertThat(search.find("kerguelen")).containsExactlyInAnyOrder("teacher.1", "nobody.1");
        assertThat(search.find("pupil.1")).isEmpty();
        assertThat(Sql.of(realm.server())
                        .number("select count(*) from RELAIS_PERSON_TOKEN t join USER_ENTITY u on u.ID = t.PERSON_ID"
                                + " where u.USERNAME in ('pupil.1', 'parent.1')"))
                .isZero();
    }

    @Test
    void a_school_and_a_type_narrow_the_search_or_are_one_themselves() {
        aPerson()
                .identifiedBy("narrow.1")
                .called("Ouessant", "Un")
                .with("ENTPersonFonctions", "0359001U$AES")
                .in(realm);
        aPerson()
                .identifiedBy("narrow.2")
                .called("Ouessant", "Deux")
                .with("ENTPersonFonctions", "0299001B$ENS")
                .in(realm);

        assertThat(search.usernames("q=ouessant&school=0359001u")).containsExactly("narrow.1");
        assertThat(search.usernames("q=ouessant&school=mine")).containsExactly("narrow.1");
        assertThat(search.usernames("q=ouessant&school=all")).containsExactlyInAnyOrder("narrow.1", "narrow.2");
        assertThat(search.usernames("q=ouessant&type=enseignants")).containsExactly("narrow.2");
        assertThat(search.usernames("q=ou&type=aesh&school=mine")).containsExactly("narrow.1");
        assertThat(search.all("type=aesh&school=mine", 5)).contains("narrow.1").doesNotHaveDuplicates();
        Refused.only(search.answer("q=ouessant&school=0000000X"), 400, "unknown-school", "school");
        Refused.only(search.answer("q=ouessant&type=eleves"), 400, "unknown-type", "type");
        Refused.only(search.answer("q=ou"), 400, "query-length", "q");
    }

    @Test
    void the_kinds_of_people_are_told_in_the_language_of_the_caller_without_those_who_are_hidden() {
        JsonNode french = Manager.head(realm)
                .api()
                .with("Accept-Language", "fr")
                .get("/people/types")
                .expect(200)
                .json()
                .get("items");
        assertThat(french.findValuesAsText("label"))
                .contains("AESH", "Vie scolaire")
                .doesNotContain("Élèves", "Parents");
        assertThat(french.findValuesAsText("id")).contains("aesh", "vie-scolaire");
    }

    @Test
    void an_answer_says_who_is_in_a_group_already_and_how() {
        TestPerson granted = aPerson().called("Molène", "Un").in(realm);
        TestPerson official =
                aPerson().called("Molène", "Deux").officiallyIn(GROUP).in(realm);
        TestPerson neither = aPerson().called("Molène", "Trois").in(realm);
        JsonNode grant = Manager.head(realm).give(GROUP, aChange().adding(granted));

        JsonNode found = search.page("q=molene&group=" + realm.groupId(GROUP)).get("items");
        assertThat(found).hasSize(3);
        found.forEach(it -> {
            JsonNode membership = it.get("membership");
            if (it.get("id").asText().equals(granted.id())) {
                assertThat(membership.get("origin").asText()).isEqualTo("GRANTED");
                assertThat(membership.get("endsOn")).isEqualTo(grant.get("endsOn"));
            } else if (it.get("id").asText().equals(official.id())) {
                assertThat(membership.get("origin").asText()).isEqualTo("OFFICIAL");
            } else {
                assertThat(it.get("id").asText()).isEqualTo(neither.id());
                assertThat(membership).isNull();
            }
        });
        search.answer("q=molene&group=" + realm.groupId("0299001B_AES")).expect(404);
    }

    @Test
    void pages_hold_everybody_once_also_who_matches_by_two_words() {
        for (int i = 0; i < 7; i++) {
            aPerson()
                    .identifiedBy("pontivy.pontivy" + i)
                    .called("Pontivy", "Pontivyen")
                    .in(realm);
        }
        List<String> all = search.all("q=pontiv", 2);
        assertThat(all).hasSize(7).doesNotHaveDuplicates();
        assertThat(search.all("q=pontiv%20pontivyen", 3)).hasSize(7).doesNotHaveDuplicates();
    }
}
