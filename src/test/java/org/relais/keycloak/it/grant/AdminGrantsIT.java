package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD_ELSEWHERE;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** An administrator searches the accesses of the realm and takes them along as a table. */
@ExtendWith(RelaisServer.class)
class AdminGrantsIT {

    private static TestRealm realm;
    private static Api admin;
    private static TestPerson person;
    private static String bruyeres;
    private static String estran;
    private static String elsewhere;
    private static String awaited;
    private static String ended;

    @BeforeAll
    static void some_accesses_were_given(TestRealm fresh) {
        realm = fresh;
        admin = realm.admin().below("/relais");
        TestProfiles.of(realm).allowUntil(Days.in(200), "AES", "ASH", "AED");
        Manager head = Manager.head(realm);
        Manager other = Manager.of(realm, HEAD_ELSEWHERE);
        person = aPerson().called("Anna", "Le Gall").in(realm);
        bruyeres = id(head.give(
                GROUP,
                aChange().adding(person).because("Arrivée; dite \"Nann\"").until(Days.in(10))));
        estran = id(head.give("0359002V_ASH", aPerson().in(realm), Days.in(20)));
        elsewhere = id(other.give("0299001B_AES", person, Days.in(30)));
        awaited = id(head.give(
                "0359001U_AED",
                aChange()
                        .addingIdentifiers("@nobody")
                        .because("=2+5+cmd|' /C calc'!A0")
                        .until(Days.in(40))));
        JsonNode over = head.give("0359001U_AED", aPerson().in(realm), Days.in(50));
        head.end(over).expect(200);
        ended = id(over);
    }

    @Test
    void without_a_filter_all_are_found_by_their_end() {
        assertThat(found("")).containsExactly(bruyeres, estran, elsewhere, awaited, ended);
    }

    @Test
    void what_an_administrator_of_the_server_has_given_and_ended_names_them(TestRealm shared) {
        TestRealm own = shared.server().freshRealm();
        Api server = own.admin().below("/relais");
        JsonNode given = server.post(
                        "/groups/" + own.groupId(GROUP) + "/changes",
                        aChange().adding(aPerson().in(own)).body())
                .expect(200)
                .json()
                .path("granted")
                .get(0);
        JsonNode over = server.delete("/grants/" + id(given)).expect(200).json();
        JsonNode line = server.get("/journal").expect(200).json().path("items").get(0);
        own.close();

        assertThat(given.at("/grantedBy/name").asText(null)).isNotBlank();
        assertThat(over.at("/endedBy/name")).isEqualTo(given.at("/grantedBy/name"));
        assertThat(line.at("/actor/name")).isEqualTo(given.at("/grantedBy/name"));
    }

    @Test
    void a_head_finds_what_runs_or_waits_in_their_schools() {
        assertThat(found(Manager.head(realm).api(), "?endingBefore=" + Days.in(60)))
                .containsExactly(bruyeres, estran, awaited);
    }

    @Test
    void each_filter_leaves_out_what_it_does_not_mean() {
        assertThat(found("?school=0359001U")).containsExactly(bruyeres, awaited, ended);
        assertThat(found("?school=0359001u&profile=aes")).containsExactly(bruyeres);
        assertThat(found("?school=0359001U&profile=nothing")).isEmpty();
        assertThat(found("?profile=aes")).containsExactly(bruyeres, elsewhere);
        assertThat(found("?profile=AED&status=ENDED")).containsExactly(ended);
        assertThat(found("?profile=AE")).isEmpty();
        assertThat(found("?status=active")).containsExactly(bruyeres, estran, elsewhere);
        assertThat(found("?status=PENDING")).containsExactly(awaited);
        assertThat(found("?status=ENDED")).containsExactly(ended);
        assertThat(found("?person=" + person.id())).containsExactly(bruyeres, elsewhere);
        assertThat(found("?grantedBy=" + realm.userId(HEAD_ELSEWHERE))).containsExactly(elsewhere);
        assertThat(found("?endingBefore=" + Days.in(20))).containsExactly(bruyeres);
        assertThat(found("?endingBefore=" + Days.in(21))).containsExactly(bruyeres, estran);
        assertThat(found("?status=ACTIVE&person=" + person.id() + "&school=0299001B"))
                .containsExactly(elsewhere);
    }

    @Test
    void a_search_is_read_a_page_at_a_time() {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = admin.get("/grants?max=2" + cursor).expect(200).json();
            page.get("items").forEach(grant -> ids.add(id(grant)));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : null;
            pages++;
        } while (cursor != null);

        assertThat(ids).containsExactly(bruyeres, estran, elsewhere, awaited, ended);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void an_access_past_its_day_is_found_as_ended_before_anybody_cleans_up() {
        realm.server().clock().ahead(Days.untilNoonOf(Days.in(11)));

        assertThat(found("?status=ENDED")).contains(bruyeres);
        assertThat(found("?status=ACTIVE")).doesNotContain(bruyeres);
    }

    @Test
    void the_table_is_one_a_french_spreadsheet_opens() {
        Answer answer = admin.get("/grants.csv").expect(200);
        List<String> lines = answer.text().lines().toList();

        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=utf-8");
        assertThat(answer.text())
                .startsWith("\uFEFFuai;group;person;identifier;status;")
                .endsWith("\r\n");
        assertThat(lines).hasSize(6);
        assertThat(lines.get(1)).startsWith("0359001U;0359001U_AES;Anna Le Gall;" + person.id());
        assertThat(lines.get(1)).contains(";\"Arrivée; dite \"\"Nann\"\"\";Nolwenn Le Goff;");
    }

    @Test
    void no_cell_of_the_table_is_a_formula() {
        String table = admin.get("/grants.csv?status=PENDING").expect(200).text();

        assertThat(table).contains(";'@nobody;", ";'=2+5+cmd|' /C calc'!A0;");
        for (String cell : table.split("[;\r\n]+")) {
            assertThat(cell).doesNotStartWith("=").doesNotStartWith("@").doesNotStartWith("+");
        }
    }

    @Test
    void the_table_takes_the_same_filters() {
        assertThat(admin.get("/grants.csv?school=0299001B&status=ACTIVE")
                        .expect(200)
                        .text()
                        .lines())
                .hasSize(2);
        Refused.only(admin.get("/grants.csv?school=0000000X"), 404, "not-found-school", null);
    }

    private static String id(JsonNode grant) {
        return grant.get("id").asText();
    }

    private static List<String> found(String query) {
        return found(admin, query);
    }

    private static List<String> found(Api caller, String query) {
        JsonNode page = caller.get("/grants" + query).expect(200).json();
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .map(AdminGrantsIT::id)
                .toList();
    }
}
