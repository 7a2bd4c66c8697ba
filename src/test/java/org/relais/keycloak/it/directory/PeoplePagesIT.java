package org.relais.keycloak.it.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.ManyPeople;
import org.relais.keycloak.it.support.people.PeopleSearch;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** However many are found, each person comes once, page after page, and no request reads more than a segment of the index. */
@ExtendWith(RelaisServer.class)
class PeoplePagesIT {

    /** More than one statement looks through. */
    private static final int MANY = 11_000;

    private static TestRealm realm;
    private static PeopleSearch search;

    @BeforeAll
    static void there_are_many_people(TestRealm fresh) {
        realm = fresh;
        AcademySettings.of(realm).set("searchesPerMinute", "10000");
        aPerson().identifiedBy("marinade.1").called("Marie Marine", "Marinier").in(realm);
        aPerson().identifiedBy("marinade.2").called("Marie-Marine", "Kermarec").in(realm);
        for (int i = 0; i < 3; i++) {
            aPerson()
                    .identifiedBy("both." + i)
                    .called("Both" + i, "Ouessant")
                    .with("ENTPersonFonctions", "0359001U$ENS", "0359002V$ENS")
                    .in(realm);
        }
        aPerson().identifiedBy("last.of.all").called("Prénom Autre", "Zzz").in(realm);
        ManyPeople.in(realm, "first", MANY);
        ManyPeople.in(realm, "other", MANY);
        Sql.of(realm.server())
                .change(
                        "update USER_ENTITY set FIRST_NAME = 'Autre' where USERNAME like 'other%' and REALM_ID = ?",
                        LedgerRows.of(realm).realmId());
        search = PeopleSearch.upToDate(realm);
        Sql.of(realm.server()).change("vacuum analyze RELAIS_PERSON_TOKEN");
    }

    @Test
    void a_person_several_words_of_whom_begin_alike_is_found_once() {
        assertThat(search.all("q=mari", 1)).containsExactlyInAnyOrder("marinade.1", "marinade.2");
        assertThat(search.all("q=marin%20mari", 1)).containsExactlyInAnyOrder("marinade.1", "marinade.2");
        assertThat(search.all("q=mariemar", 1)).containsExactlyInAnyOrder("marinade.1", "marinade.2");
    }

    @Test
    void a_person_of_several_schools_is_found_once() {
        assertThat(search.all("q=ouessant&school=mine", 1)).containsExactlyInAnyOrder("both.0", "both.1", "both.2");
        assertThat(search.all("school=mine", 1)).doesNotHaveDuplicates().contains("both.0", "both.1", "both.2");
        assertThat(search.all("school=mine&type=enseignants", 2)).doesNotHaveDuplicates();
    }

    @Test
    void everybody_is_found_once_over_all_pages() {
        List<String> found = search.all("q=first1", 50);

        assertThat(found).doesNotHaveDuplicates().hasSize(2_112);
    }

    @Test
    void who_has_two_words_that_many_have_is_found_behind_the_first_stretch() {
        assertThat(search.all("q=prenom%20autre", 20)).containsExactly("last.of.all");
        assertThat(search.all("q=autre%20prenom", 20)).containsExactly("last.of.all");
    }

    @Test
    void a_page_far_behind_costs_as_much_as_the_first() {
        List<String> cursors = new ArrayList<>(List.of(""));
        for (int i = 0; i < 30; i++) {
            JsonNode page = search.page("q=prenom&max=50" + cursors.get(i));
            cursors.add("&cursor=" + page.get("next").asText());
        }
        long first = cost("");
        assertThat(cost(cursors.get(30))).isEqualTo(first);
    }

    @Test
    void several_words_are_answered_from_the_index_without_sorting() {
        String plan = String.join(
                "\n",
                Sql.of(realm.server())
                        .texts(
                                "explain select t.TOKEN from (select p.TOKEN, p.LINE, p.PERSON_ID"
                                        + " from RELAIS_PERSON_TOKEN p where p.REALM_ID = ? and p.KIND = 'WORD'"
                                        + " and p.TOKEN >= 'prenom' and p.TOKEN <= 'prenomzzz' and p.SHARED < 6"
                                        + " and (p.TOKEN, p.LINE, p.PERSON_ID) > ('prenom', ' ', ' ')"
                                        + " order by p.REALM_ID, p.KIND, p.TOKEN, p.LINE, p.PERSON_ID"
                                        + " fetch first 10000 rows only) t where t.LINE like '% autre%' escape '!'"
                                        + " order by t.TOKEN, t.LINE, t.PERSON_ID fetch first 21 rows only",
                                LedgerRows.of(realm).realmId()));

        assertThat(plan)
                .contains("Index Only Scan using idx_relais_person_token", "ROW(token, line, person_id)")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    private static long cost(String cursor) {
        search.page("q=prenom&max=50" + cursor);
        return realm.server().statements().fewestDuring(() -> () -> search.page("q=prenom&max=50" + cursor));
    }
}
