package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Change;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** One access in its life: renewed, shortened, ended. */
@ExtendWith(RelaisServer.class)
class GrantIT {

    private static final LocalDate DAY = Days.in(20);

    private static TestRealm realm;
    private static Manager head;

    @BeforeAll
    static void there_is_room_for_dates(TestRealm fresh) {
        realm = fresh;
        head = Manager.head(realm);
        TestProfiles.of(realm).allowUntil(Days.in(200), "AES", "AED");
    }

    @Test
    void a_renewed_grant_keeps_its_history() {
        JsonNode grant = head.give(GROUP, aPerson().in(realm), DAY);

        JsonNode renewed = head.patch(
                        grant, Map.of("endsOn", Days.in(50).toString(), "reason", "Toujours pas affectée"))
                .expect(200)
                .json();

        assertThat(renewed.get("id")).isEqualTo(grant.get("id"));
        assertThat(renewed.get("endsOn").asText()).isEqualTo(Days.in(50).toString());
        assertThat(renewed.get("reason").asText()).isEqualTo("Toujours pas affectée");
        assertThat(renewed.get("grantedAt")).isEqualTo(grant.get("grantedAt"));
        List<JsonNode> lines = journalOf(grant);
        assertThat(lines).extracting(line -> line.get("action").asText()).containsExactly("CHANGED", "GIVEN");
        assertThat(lines.get(0).at("/details/endedOn").asText()).isEqualTo(DAY.toString());
        assertThat(lines.get(0).at("/details/endsOn").asText())
                .isEqualTo(Days.in(50).toString());
        assertThat(lines.get(1).at("/details/endsOn").asText()).isEqualTo(DAY.toString());
        assertThat(lines.get(1).at("/details/reason").asText()).isEqualTo(Change.REASON);
        assertThat(adminEvents(grant)).containsExactly("UPDATE", "CREATE");
    }

    @Test
    void a_grant_is_shortened_to_today_at_the_earliest() {
        JsonNode grant = head.give(GROUP, aPerson().in(realm), DAY);

        JsonNode shortened = head.patch(grant, Map.of("endsOn", Days.today().toString()))
                .expect(200)
                .json();

        assertThat(shortened.get("status").asText()).isEqualTo("ACTIVE");
        Refused.only(head.patch(grant, Map.of("endsOn", Days.in(-1).toString())), 422, "ends-in-the-past", "endsOn");
    }

    @Test
    void an_ended_grant_is_over_and_remains_in_the_books() {
        TestPerson person = aPerson().in(realm);
        JsonNode grant = head.give(GROUP, person, DAY);

        JsonNode ended = head.end(grant).expect(200).json();

        assertThat(ended.get("status").asText()).isEqualTo("ENDED");
        assertThat(ended.get("endCause").asText()).isEqualTo("REMOVED");
        assertThat(ended.at("/endedBy/id").asText()).isEqualTo(realm.userId(HEAD));
        assertThat(realm.admin()
                        .get("/users/" + person.id() + "/groups")
                        .expect(200)
                        .json())
                .isEmpty();
        assertThat(realm.admin()
                        .get("/relais/grants?person=" + person.id())
                        .expect(200)
                        .json()
                        .at("/items/0/id"))
                .isEqualTo(grant.get("id"));
        assertThat(adminEvents(grant)).containsExactly("DELETE", "CREATE");
        Refused.only(head.end(grant), 409, "grant-ended", null);
        Refused.only(head.patch(grant, Map.of("endsOn", Days.in(30).toString())), 409, "grant-ended", null);
        Refused.only(head.change(GROUP, aChange().ending(grant.get("id").asText())), 422, "grant-ended", "remove[0]");
    }

    @Test
    void a_grant_whose_last_day_has_passed_is_over_before_anybody_cleans_up() {
        JsonNode grant = head.give(GROUP, aPerson().in(realm), Days.in(1));

        realm.server().clock().ahead(Days.untilNoonOf(Days.in(2)));

        Refused.only(head.patch(grant, Map.of("endsOn", Days.in(30).toString())), 409, "grant-ended", null);
        assertThat(head.members(GROUP, "granted"))
                .extracting(it -> it.at("/grant/id").asText())
                .doesNotContain(grant.get("id").asText());
    }

    @Test
    void no_grant_passes_the_day_of_the_year_its_profile_names() {
        JsonNode grant = head.give(GROUP, aPerson().in(realm), DAY);

        Answer late = head.patch(grant, Map.of("endsOn", Days.in(201).toString()));

        String sentence = Refused.only(late, 422, "ends-too-late", "endsOn");
        assertThat(sentence).contains("AES", String.valueOf(Days.in(200).getDayOfMonth()));
        head.patch(grant, Map.of("endsOn", Days.in(200).toString())).expect(200);
    }

    @Test
    void no_grant_is_longer_than_its_profile_allows() {
        String group = "0359001U_AED";
        TestProfiles.of(realm).set("AED", "maxDays", "60");
        TestPerson person = aPerson().in(realm);

        Refused.only(head.change(group, aChange().adding(person).until(Days.in(60))), 422, "ends-too-late", "endsOn");
        JsonNode grant = head.give(group, person, Days.in(59));
        Refused.only(head.patch(grant, Map.of("endsOn", Days.in(60).toString())), 422, "ends-too-late", "endsOn");
    }

    @Test
    void a_reason_is_asked_for_where_the_profile_says_so() {
        TestPerson person = aPerson().in(realm);
        for (String reason : List.of("", "   \n")) {
            Refused.only(head.change(GROUP, aChange().adding(person).because(reason)), 422, "reason-missing", "reason");
        }
        JsonNode grant = head.give(GROUP, person, DAY);
        Refused.only(head.patch(grant, Map.of("reason", " ")), 422, "reason-missing", "reason");
        assertThat(head.give("0359001U_invites", aChange().adding(person).because(""))
                        .get("status")
                        .asText())
                .isEqualTo("ACTIVE");
    }

    @Test
    void a_reason_has_five_hundred_characters_at_most() {
        TestPerson person = aPerson().in(realm);

        Refused.only(
                head.change(GROUP, aChange().adding(person).because("é".repeat(501))),
                422,
                "reason-too-long",
                "reason");
        JsonNode grant = head.give(GROUP, aChange().adding(person).because("\"\n".repeat(249) + "é!"));
        assertThat(grant.get("reason").asText()).hasSize(500);
        Refused.only(head.patch(grant, Map.of("reason", "x".repeat(501))), 422, "reason-too-long", "reason");
    }

    @Test
    void a_change_of_nothing_is_refused() {
        JsonNode grant = head.give(GROUP, aPerson().in(realm), DAY);

        Refused.only(head.patch(grant, Map.of()), 400, "change-empty", null);
    }

    private static List<JsonNode> journalOf(JsonNode grant) {
        return head.journal(GROUP).stream()
                .filter(line -> line.path("grantId").equals(grant.get("id")))
                .toList();
    }

    private static List<String> adminEvents(JsonNode grant) {
        return realm.admin()
                .get("/admin-events?max=100&resourcePath=relais/grants/"
                        + grant.get("id").asText())
                .expect(200)
                .json()
                .findValuesAsText("operationType");
    }
}
