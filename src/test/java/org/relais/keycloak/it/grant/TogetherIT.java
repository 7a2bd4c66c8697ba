package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.MOODLE_GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** The second group that an application needs is filled and emptied in the same act. */
@ExtendWith(RelaisServer.class)
class TogetherIT {

    private static final String SUFFIX = "eleves-invites";
    private static final LocalDate DAY = Days.in(20);

    private static TestRealm realm;
    private static Manager head;

    @BeforeAll
    static void there_is_room_for_dates(TestRealm fresh) {
        realm = fresh;
        head = Manager.head(realm);
        TestProfiles.of(realm).allowUntil(Days.in(200), "AES", SUFFIX);
    }

    @Test
    void both_accesses_are_given_and_both_are_ended() {
        TestPerson person = aPerson().in(realm);
        JsonNode granted = head.change(
                        GROUP, aChange().adding(person).together(SUFFIX).until(DAY))
                .expect(200)
                .json()
                .get("granted");
        assertThat(granted.findValuesAsText("groupName")).containsExactlyInAnyOrder(GROUP, MOODLE_GROUP);

        JsonNode ended = head.change(
                        GROUP, aChange().ending(idIn(granted, GROUP)).together(SUFFIX))
                .expect(200)
                .json()
                .get("ended");

        assertThat(ended.findValuesAsText("groupName")).containsExactlyInAnyOrder(GROUP, MOODLE_GROUP);
        assertThat(realm.admin()
                        .get("/users/" + person.id() + "/groups")
                        .expect(200)
                        .json())
                .isEmpty();
    }

    @Test
    void without_the_word_the_other_group_is_left_alone() {
        TestPerson person = aPerson().in(realm);
        JsonNode granted = head.change(
                        GROUP, aChange().adding(person).together(SUFFIX).until(DAY))
                .expect(200)
                .json()
                .get("granted");

        head.change(GROUP, aChange().ending(idIn(granted, GROUP))).expect(200);

        assertThat(openGrantsOf(person).findValuesAsText("groupName")).containsExactly(MOODLE_GROUP);
    }

    @Test
    void an_earlier_end_in_the_other_group_is_put_off() {
        TestPerson person = aPerson().in(realm);
        JsonNode sibling = head.give(MOODLE_GROUP, person, Days.in(5));

        head.change(GROUP, aChange().adding(person).together(SUFFIX).until(DAY)).expect(200);

        assertThat(openGrantsOf(person).findValuesAsText("endsOn")).containsExactly(DAY.toString(), DAY.toString());
        assertThat(openGrantsOf(person).findValuesAsText("id"))
                .contains(sibling.get("id").asText());
    }

    @Test
    void a_later_end_in_the_other_group_stays() {
        TestPerson person = aPerson().in(realm);
        head.give(MOODLE_GROUP, person, Days.in(40));

        JsonNode granted = head.change(
                        GROUP, aChange().adding(person).together(SUFFIX).until(DAY))
                .expect(200)
                .json()
                .get("granted");

        assertThat(granted.findValuesAsText("groupName")).containsExactly(GROUP);
        assertThat(openGrantsOf(person).findValuesAsText("endsOn"))
                .containsExactly(DAY.toString(), Days.in(40).toString());
    }

    @Test
    void somebody_awaited_is_awaited_in_both_groups_and_given_up_in_both() {
        JsonNode granted = head.change(
                        GROUP,
                        aChange()
                                .addingIdentifiers("ewen.tanguy")
                                .together(SUFFIX)
                                .until(DAY))
                .expect(200)
                .json()
                .get("granted");
        assertThat(granted.findValuesAsText("status")).containsExactly("PENDING", "PENDING");

        JsonNode ended = head.change(
                        GROUP, aChange().ending(idIn(granted, GROUP)).together(SUFFIX))
                .expect(200)
                .json()
                .get("ended");

        assertThat(ended.findValuesAsText("groupName")).containsExactlyInAnyOrder(GROUP, MOODLE_GROUP);
    }

    @Test
    void a_day_that_both_groups_refuse_is_refused_once() {
        TestPerson person = aPerson().in(realm);

        Refused.only(
                head.change(GROUP, aChange().adding(person).together(SUFFIX).until(Days.in(-1))),
                422,
                "ends-in-the-past",
                "endsOn");
        Refused.only(
                head.change(GROUP, aChange().adding(person).together(SUFFIX).until(Days.in(201))),
                422,
                "ends-too-late",
                "endsOn");
    }

    @Test
    void the_day_proposed_is_one_that_both_groups_take() {
        TestProfiles.of(realm).set(SUFFIX, "defaultDays", "10");
        TestProfiles.of(realm).set(SUFFIX, "maxDays", "10");
        try {
            TestPerson person = aPerson().in(realm);
            JsonNode granted = head.change(GROUP, aChange().adding(person).together(SUFFIX))
                    .expect(200)
                    .json()
                    .get("granted");
            assertThat(granted.findValuesAsText("endsOn"))
                    .containsOnly(Days.in(9).toString());
        } finally {
            TestProfiles.of(realm).set(SUFFIX, "maxDays", "365");
        }
    }

    @Test
    void a_group_that_the_profile_does_not_offer_is_refused() {
        TestPerson person = aPerson().in(realm);

        for (String suffix : List.of("DIR", "AED", "nothing")) {
            Refused.only(
                    head.change(GROUP, aChange().adding(person).together(suffix)),
                    422,
                    "together-not-offered",
                    "together[0]");
        }
        assertThat(openGrantsOf(person)).isEmpty();
    }

    private static String idIn(JsonNode grants, String group) {
        for (JsonNode grant : grants) {
            if (grant.get("groupName").asText().equals(group)) {
                return grant.get("id").asText();
            }
        }
        throw new AssertionError("No grant in %s: %s".formatted(group, grants));
    }

    private static JsonNode openGrantsOf(TestPerson person) {
        return realm.admin()
                .get("/relais/grants?status=ACTIVE&person=" + person.id())
                .expect(200)
                .json()
                .get("items");
    }
}
