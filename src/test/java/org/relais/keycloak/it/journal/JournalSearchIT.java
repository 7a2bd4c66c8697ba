package org.relais.keycloak.it.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD_ELSEWHERE;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
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
import org.relais.keycloak.it.support.server.TestRealm;

/** Whoever must account for an access finds every line about it. */
@ExtendWith(RelaisServer.class)
class JournalSearchIT {

    private static TestRealm realm;
    private static Api admin;
    private static TestPerson person;
    private static String grant;
    private static String head;

    @BeforeAll
    static void things_happened(TestRealm fresh) {
        realm = fresh;
        admin = realm.admin().below("/relais");
        person = aPerson().called("Anna", "Le Gall").in(realm);
        head = realm.userId(HEAD);
        Manager manager = Manager.head(realm);
        JsonNode given = manager.give(GROUP, aChange().adding(person).because("=1+1; dit"));
        grant = given.get("id").asText();
        manager.give(OTHER_GROUP, aChange().adding(aPerson().in(realm)));
        Manager.of(realm, HEAD_ELSEWHERE).give("0299001B_AES", aChange().adding(person));
        manager.end(given).expect(200);
    }

    @Test
    void each_filter_leaves_out_what_it_does_not_mean() {
        assertThat(found("")).startsWith("ENDED", "GIVEN", "GIVEN", "GIVEN");
        assertThat(found("?school=0359001U")).startsWith("ENDED", "GIVEN").doesNotContainSequence("GIVEN", "GIVEN");
        assertThat(found("?group=" + realm.groupId(OTHER_GROUP))).startsWith("GIVEN");
        assertThat(found("?person=" + person.id())).containsExactly("ENDED", "GIVEN", "GIVEN");
        assertThat(found("?actor=" + head)).containsExactly("ENDED", "GIVEN", "GIVEN");
        assertThat(found("?action=ended")).containsExactly("ENDED");
        assertThat(found("?action=GIVEN&person=" + person.id() + "&school=0299001B"))
                .containsExactly("GIVEN");
        assertThat(found("?from=" + Days.today() + "&to=" + Days.today())).isEqualTo(found(""));
        assertThat(found("?from=" + Days.in(1))).isEmpty();
        assertThat(found("?to=" + Days.in(-1))).isEmpty();
    }

    @Test
    void filtered_lines_are_read_a_page_at_a_time() {
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = admin.get("/journal?max=1&person=" + person.id() + cursor)
                    .expect(200)
                    .json();
            read.addAll(page.get("items").findValuesAsText("action"));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : null;
        } while (cursor != null);

        assertThat(read).containsExactly("ENDED", "GIVEN", "GIVEN");
    }

    @Test
    void an_access_has_its_whole_history_for_its_managers_too() {
        for (Api api : List.of(admin, realm.relais(HEAD))) {
            JsonNode lines =
                    api.get("/grants/" + grant + "/journal").expect(200).json().get("items");
            assertThat(lines.findValuesAsText("action")).containsExactly("ENDED", "GIVEN");
            assertThat(lines.at("/1/details/reason").asText()).isEqualTo("=1+1; dit");
            assertThat(api.get("/grants/" + grant)
                            .expect(200)
                            .json()
                            .get("status")
                            .asText())
                    .isEqualTo("ENDED");
        }
    }

    @Test
    void the_lines_are_taken_along_as_a_table() {
        Answer answer = admin.get("/journal.csv?person=" + person.id() + "&school=0359001U")
                .expect(200);
        List<String> lines = answer.text().lines().toList();

        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=utf-8");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo("\uFEFFat;actor;action;group;person;grantId;details");
        assertThat(lines.get(2)).contains(";Nolwenn Le Goff;GIVEN;0359001U_AES;Anna Le Gall;" + grant);
        assertThat(lines.get(2)).contains("=1+1; dit");
    }

    @Test
    void a_filter_that_makes_no_sense_is_refused() {
        Refused.only(admin.get("/journal?action=VANISHED"), 400, "not-one-of", "action");
        Refused.only(admin.get("/journal?from=2026-13-01"), 400, "wrong-day", "from");
        Refused.only(admin.get("/journal?from=2026-10-02&to=2026-10-01"), 400, "days-reversed", "to");
        Refused.only(admin.get("/journal?school=0999999Z"), 404, "not-found-school", null);
    }

    private static List<String> found(String query) {
        return admin.get("/journal" + query).expect(200).json().get("items").findValuesAsText("action");
    }
}
