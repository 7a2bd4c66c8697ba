package org.relais.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** A refusal is read by people: in their language, with what to do, days written as they write them. */
@ExtendWith(RelaisServer.class)
class RefusalLanguageIT {

    private static TestRealm realm;
    private static Manager head;

    @BeforeAll
    static void a_head_is_signed_in(TestRealm fresh) {
        realm = fresh;
        head = Manager.head(realm);
    }

    @Test
    void in_french_by_default() {
        Answer answer = head.change(GROUP, aChange().addingIds("nobody"));

        assertThat(Refused.only(answer, 422, "unknown-person", "add[0].userId"))
                .isEqualTo("Aucune personne ne correspond à « nobody » : cherchez-la de nouveau.");
    }

    @Test
    void in_the_language_the_browser_asks_for() {
        Answer answer = head.api()
                .with("Accept-Language", "en-GB,en;q=0.8,fr;q=0.3")
                .post(head.changes(GROUP), aChange().addingIds("nobody").body());

        assertThat(Refused.only(answer, 422, "unknown-person", "add[0].userId"))
                .isEqualTo("Nobody matches “nobody”: search again.");
    }

    @Test
    void in_the_language_a_person_has_chosen_whatever_the_browser_asks_for() {
        TestPerson english = aPerson()
                .officiallyIn("0359001U_DIR")
                .speaking("en")
                .whoSignsIn()
                .in(realm);
        Answer answer = Manager.of(realm, english.username())
                .api()
                .with("Accept-Language", "fr")
                .get("/groups/nothing");

        assertThat(Refused.only(answer, 404, "not-found-group", null))
                .isEqualTo("There is no such group, or you do not manage it.");
    }

    @Test
    void a_language_nobody_translated_is_answered_in_french() {
        Answer answer = head.api().with("Accept-Language", "br").get("/groups/nothing");

        assertThat(Refused.only(answer, 404, "not-found-group", null)).startsWith("Ce groupe n’existe pas");
    }

    @Test
    void days_are_written_as_people_write_them_and_for_machines_beside() {
        TestPerson person = aPerson().in(realm);
        Map<String, Object> change =
                aChange().adding(person).until(Days.today().minusDays(1)).body();
        Answer french = head.api().post(head.changes(GROUP), change);
        Answer english = head.api().with("Accept-Language", "en").post(head.changes(GROUP), change);

        String month = Days.today().getMonth().getDisplayName(TextStyle.FULL, Locale.FRENCH);
        assertThat(Refused.only(french, 422, "ends-in-the-past", "endsOn")).contains(month);
        String englishMonth = Days.today().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        assertThat(Refused.only(english, 422, "ends-in-the-past", "endsOn")).contains(englishMonth);
        JsonNode params = english.json().at("/errors/0/params");
        assertThat(params.get(0).asText()).isEqualTo(Days.in(-1).toString());
        assertThat(params.get(1).asText()).isEqualTo(Days.today().toString());
    }

    @Test
    void an_academy_may_say_it_in_its_own_words() {
        realm.admin()
                .send("PUT", "/localization/fr/relais-not-found-group", "text/plain", "Demandez au rectorat.")
                .expect(204);
        try {
            assertThat(Refused.only(head.api().get("/groups/nothing"), 404, "not-found-group", null))
                    .isEqualTo("Demandez au rectorat.");
        } finally {
            realm.admin().delete("/localization/fr/relais-not-found-group").expect(204);
        }
    }
}
