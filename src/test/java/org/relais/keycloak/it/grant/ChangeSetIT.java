package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
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
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** A change set: several people at once, all of it or nothing. */
@ExtendWith(RelaisServer.class)
class ChangeSetIT {

    private static final LocalDate DAY = Days.in(20);

    private static TestRealm realm;
    private static Manager head;

    @BeforeAll
    static void there_is_room_for_dates(TestRealm fresh) {
        realm = fresh;
        head = Manager.head(realm);
        TestProfiles.of(realm).allowUntil(Days.in(200), "AES", "AED", "eleves-invites");
    }

    @Test
    void a_head_adds_and_removes_in_one_act() {
        TestPerson leaving = aPerson().in(realm);
        TestPerson coming = aPerson().in(realm);
        String grant = head.give(GROUP, leaving, DAY).get("id").asText();

        JsonNode answer = head.change(
                        GROUP, aChange().adding(coming).ending(grant).until(DAY))
                .expect(200)
                .json();

        assertThat(answer.get("granted").findValuesAsText("userId")).containsExactly(coming.id());
        assertThat(answer.get("ended").findValuesAsText("userId")).containsExactly(leaving.id());
        assertThat(answer.at("/ended/0/endCause").asText()).isEqualTo("REMOVED");
        assertThat(answer.at("/ended/0/endedBy/name").asText()).isEqualTo("Nolwenn Le Goff");
        assertThat(groupsOf(coming)).containsExactly(GROUP);
        assertThat(groupsOf(leaving)).isEmpty();
    }

    @Test
    void one_bad_line_among_good_ones_is_named_and_nothing_changes() {
        TestPerson present = aPerson().in(realm);
        TestPerson first = aPerson().in(realm);
        TestPerson last = aPerson().in(realm);
        TestPerson official =
                aPerson().called("Yuna", "Le Dû").officiallyIn(GROUP).in(realm);
        String grant = head.give(GROUP, present, DAY).get("id").asText();
        List<JsonNode> journal = head.journal(GROUP);
        List<JsonNode> members = head.members(GROUP, "granted");

        Answer answer = head.change(
                GROUP, aChange().ending(grant).adding(first, official, last).until(DAY));

        String sentence = Refused.only(answer, 422, "already-member", "add[1].userId");
        assertThat(sentence).startsWith("Yuna Le Dû est déjà membre");
        assertThat(head.journal(GROUP)).isEqualTo(journal);
        assertThat(head.members(GROUP, "granted")).isEqualTo(members);
        assertThat(groupsOf(first)).isEmpty();
        assertThat(groupsOf(last)).isEmpty();
        assertThat(groupsOf(present)).containsExactly(GROUP);
        assertThat(first.grantsIn(realm)).isEmpty();
        assertThat(present.grantsIn(realm).findValuesAsText("status")).containsExactly("ACTIVE");
    }

    @Test
    void each_bad_line_has_an_error_of_its_own() {
        TestPerson twice = aPerson().in(realm);
        Answer answer = head.change(
                GROUP,
                aChange()
                        .adding(twice, twice)
                        .addingIds("nobody")
                        .addingIdentifiers("two words")
                        .ending("no-such-grant")
                        .until(DAY));

        JsonNode errors = answer.expect(422).json().get("errors");
        assertThat(errors.findValuesAsText("field"))
                .containsExactlyInAnyOrder("add[1].userId", "add[2].userId", "add[3].identifier", "remove[0]");
        assertThat(errors.findValuesAsText("code"))
                .containsExactlyInAnyOrder("line-twice", "unknown-person", "identifier-unusable", "unknown-grant");
        assertThat(twice.grantsIn(realm)).isEmpty();
    }

    @Test
    void the_members_of_a_group_are_copied_but_for_those_who_are_in_already() {
        String source = "0359001U_AED";
        TestPerson official = aPerson().officiallyIn(source).in(realm);
        TestPerson granted = aPerson().in(realm);
        TestPerson inBoth = aPerson().in(realm);
        head.give(source, granted, DAY);
        head.give(source, inBoth, DAY);
        JsonNode earlier = head.give(GROUP, inBoth, DAY);

        JsonNode given = head.change(
                        GROUP, aChange().copying(realm.groupId(source)).until(Days.in(30)))
                .expect(200)
                .json()
                .get("granted");

        assertThat(given.findValuesAsText("userId")).containsExactlyInAnyOrder(official.id(), granted.id());
        assertThat(inBoth.grantsIn(realm).findValuesAsText("endsOn")).containsOnly(DAY.toString());
        assertThat(inBoth.grantsIn(realm).findValuesAsText("id"))
                .contains(earlier.get("id").asText());
    }

    @Test
    void somebody_whose_own_access_is_over_is_copied_again_before_anybody_cleans_up() {
        String source = "0359001U_AED";
        TestPerson person = aPerson().in(realm);
        head.give(GROUP, person, Days.in(1));
        head.give(source, person, Days.in(60));

        realm.server().clock().ahead(Days.untilNoonOf(Days.in(2)));
        JsonNode given = head.change(
                        GROUP, aChange().copying(realm.groupId(source)).until(DAY))
                .expect(200)
                .json()
                .get("granted");

        assertThat(given.findValuesAsText("userId")).contains(person.id());
        assertThat(groupsOf(person)).containsExactlyInAnyOrder(GROUP, source);
    }

    @Test
    void without_a_last_day_the_profile_says_which() {
        TestPerson person = aPerson().in(realm);

        JsonNode grant = head.give(GROUP, aChange().adding(person));

        assertThat(grant.get("startsOn").asText()).isEqualTo(Days.today().toString());
        assertThat(grant.get("endsOn").asText()).isEqualTo(Days.in(59).toString());
        JsonNode rules = head.api()
                .get("/groups/" + realm.groupId(GROUP))
                .expect(200)
                .json()
                .get("rules");
        assertThat(rules.get("suggestedEnd").asText()).isEqualTo(Days.in(59).toString());
        assertThat(rules.get("latestEnd").asText()).isEqualTo(Days.in(200).toString());
    }

    @Test
    void a_removed_person_can_be_given_a_new_access_in_the_same_act() {
        TestPerson person = aPerson().in(realm);
        JsonNode old = head.give(GROUP, person, DAY);

        JsonNode answer = head.change(
                        GROUP,
                        aChange().ending(old.get("id").asText()).adding(person).until(Days.in(5)))
                .expect(200)
                .json();

        assertThat(answer.get("granted")).hasSize(1);
        assertThat(groupsOf(person)).containsExactly(GROUP);
        assertThat(person.grantsIn(realm).findValuesAsText("status")).containsExactlyInAnyOrder("ACTIVE", "ENDED");
    }

    private static List<String> groupsOf(TestPerson person) {
        return realm.admin()
                .get("/users/" + person.id() + "/groups")
                .expect(200)
                .json()
                .findValuesAsText("name");
    }
}
