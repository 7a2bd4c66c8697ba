package org.relais.keycloak.it.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** Every change stands in the journal of the group and among Keycloak's admin events. */
@ExtendWith(RelaisServer.class)
class ChangeBooksIT {

    private static final LocalDate DAY = Days.in(20);

    private static TestRealm realm;
    private static Manager head;

    @BeforeAll
    static void there_is_room_for_dates(TestRealm fresh) {
        realm = fresh;
        head = Manager.head(realm);
        TestProfiles.of(realm).allowUntil(Days.in(200), "AES");
    }

    @Test
    void keycloak_records_every_change_as_an_admin_event() {
        TestPerson leaving = aPerson().in(realm);
        TestPerson coming = aPerson().in(realm);
        String ended = head.give(GROUP, leaving, DAY).get("id").asText();
        String given = head.give(GROUP, aChange().adding(coming).ending(ended).until(DAY))
                .get("id")
                .asText();

        assertThat(adminEvents("relais/grants/" + ended)).containsExactly("DELETE", "CREATE");
        assertThat(adminEvents("relais/grants/" + given)).containsExactly("CREATE");
    }

    @Test
    void the_journal_says_who_did_what_to_whom_and_why() {
        TestPerson person = aPerson().called("Maëlle", "Ó Conaill").in(realm);
        JsonNode grant = head.give(GROUP, aChange().adding(person).until(DAY).because("Remplacement « urgent »"));
        head.change(GROUP, aChange().ending(grant.get("id").asText())).expect(200);

        List<JsonNode> lines = head.journal(GROUP).stream()
                .filter(line -> line.at("/person/id").asText().equals(person.id()))
                .toList();

        assertThat(lines).extracting(line -> line.get("action").asText()).containsExactly("ENDED", "GIVEN");
        JsonNode given = lines.get(1);
        assertThat(given.at("/actor/name").asText()).isEqualTo("Nolwenn Le Goff");
        assertThat(given.at("/person/name").asText()).isEqualTo("Maëlle Ó Conaill");
        assertThat(given.at("/groupName").asText()).isEqualTo(GROUP);
        assertThat(given.at("/grantId")).isEqualTo(grant.get("id"));
        assertThat(given.at("/details/reason").asText()).isEqualTo("Remplacement « urgent »");
        assertThat(given.at("/details/endsOn").asText()).isEqualTo(DAY.toString());
        assertThat(lines.get(0).at("/details/cause").asText()).isEqualTo("REMOVED");
    }

    /** The operations of the head on something, the newest first. */
    private static List<String> adminEvents(String path) {
        return realm.admin()
                .get("/admin-events?max=100&resourcePath=" + path + "&authUser=" + realm.userId(HEAD))
                .expect(200)
                .json()
                .findValuesAsText("operationType");
    }
}
