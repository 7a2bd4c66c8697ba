package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD_ELSEWHERE;
import static org.relais.keycloak.it.support.people.DemoNames.MOODLE_GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** What Relais is for: a head opens the school's applications to an assistant, until a day. */
@ExtendWith(RelaisServer.class)
class MainJobIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final LocalDate LAST_DAY = soon();

    private static JsonNode granted;

    @BeforeAll
    static void a_head_adds_an_assistant_until_a_day(TestRealm realm) {
        var change = Map.of(
                "add", List.of(Map.of("userId", realm.userId(ASSISTANT))),
                "endsOn", LAST_DAY.toString(),
                "reason", "Arrivée avant l'affectation",
                "together", List.of("eleves-invites"));
        granted = realm.relais(HEAD)
                .post("/groups/" + realm.groupId(GROUP) + "/changes", change)
                .expect(200)
                .json()
                .get("granted");
    }

    @Test
    void the_answer_names_both_groups_the_day_and_the_head(TestRealm realm) {
        assertThat(granted.findValuesAsText("groupName")).containsExactlyInAnyOrder(GROUP, MOODLE_GROUP);
        for (JsonNode grant : granted) {
            assertThat(grant.path("status").asText()).isEqualTo("ACTIVE");
            assertThat(grant.path("userId").asText()).isEqualTo(realm.userId(ASSISTANT));
            assertThat(grant.path("endsOn").asText()).isEqualTo(LAST_DAY.toString());
            assertThat(grant.path("reason").asText()).isEqualTo("Arrivée avant l'affectation");
        }
    }

    @Test
    void each_application_learns_of_the_groups_that_open_it_and_of_no_other(TestRealm realm) {
        assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).containsExactly(GROUP);
        assertThat(realm.signIn(ASSISTANT, "moodle").groups()).containsExactly(MOODLE_GROUP);
        assertThat(realm.signIn(ASSISTANT, "gar").groups()).isEmpty();
        assertThat(realm.signIn(ASSISTANT, "pronote-0299001B").groups()).isEmpty();
    }

    @Test
    void a_second_access_is_refused_in_a_sentence_that_names_the_person(TestRealm realm) {
        var change = Map.of("add", List.of(Map.of("userId", realm.userId(ASSISTANT))), "reason", "Arrivée, encore");

        JsonNode error = realm.relais(HEAD)
                .post("/groups/" + realm.groupId(GROUP) + "/changes", change)
                .expect(422)
                .json()
                .at("/errors/0");

        assertThat(error.path("code").asText()).isEqualTo("already-granted");
        assertThat(error.path("errorMessage").asText()).startsWith("Hélène Guéguen a déjà un accès");
    }

    @Test
    void a_refreshed_token_still_carries_the_group(TestRealm realm) {
        Tokens first = realm.signIn(ASSISTANT, PRONOTE);

        assertThat(realm.refresh(first, PRONOTE).groups()).containsExactly(GROUP);
    }

    @Test
    void the_last_day_is_included_and_nothing_is_left_after_it(TestRealm realm) {
        realm.server().clock().ahead(untilNoonOf(LAST_DAY));
        assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).containsExactly(GROUP);

        realm.server().clock().ahead(untilNoonOf(LAST_DAY.plusDays(1)));
        assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).isEmpty();
        assertThat(realm.signIn(ASSISTANT, "moodle").groups()).isEmpty();
    }

    @Test
    void the_head_of_another_school_sees_nothing_of_it(TestRealm realm) {
        Api elsewhere = realm.relais(HEAD_ELSEWHERE);

        elsewhere.get("/groups/" + realm.groupId(GROUP)).expect(404);
        elsewhere.get("/groups/" + realm.groupId(GROUP) + "/members").expect(404);
        for (JsonNode grant : granted) {
            elsewhere.delete("/grants/" + grant.get("id").asText()).expect(404);
        }
        assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).containsExactly(GROUP);
    }

    private static LocalDate soon() {
        LocalDate today = LocalDate.now(ZONE);
        LocalDate inTenDays = today.plusDays(10);
        LocalDate endOfYear = MonthDay.of(8, 31).atYear(today.getYear());
        return today.isAfter(endOfYear) || inTenDays.isBefore(endOfYear) ? inTenDays : endOfYear;
    }

    private static Duration untilNoonOf(LocalDate day) {
        return Duration.between(Instant.now(), day.atTime(LocalTime.NOON).atZone(ZONE));
    }
}
