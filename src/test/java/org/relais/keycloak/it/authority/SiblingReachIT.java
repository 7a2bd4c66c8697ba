package org.relais.keycloak.it.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.MOODLE_GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.Change;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** Each group of a change set is authorised by itself: whoever manages one does not reach its siblings. */
@ExtendWith(RelaisServer.class)
class SiblingReachIT {

    private static final String SUFFIX = "eleves-invites";
    private static final String UNKNOWN = "no-such-suffix";
    private static final LocalDate DAY = Days.in(20);

    private static TestRealm realm;
    private static Manager head;

    private Manager delegate;
    private TestPerson person;

    @BeforeAll
    static void there_is_room_for_dates(TestRealm fresh) {
        realm = fresh;
        head = Manager.head(realm);
        TestProfiles.of(realm).allowUntil(Days.in(200), "AES", SUFFIX);
    }

    @BeforeEach
    void somebody_manages_one_group_only() {
        person = aPerson().in(realm);
        delegate = aDelegateOf(GROUP);
        delegate.api().get("/groups/" + realm.groupId(MOODLE_GROUP)).expect(404);
    }

    @Test
    void a_sibling_that_is_not_ones_own_is_not_offered() {
        assertThat(offeredTo(delegate)).isEmpty();
        assertThat(offeredTo(head)).extracting(it -> it.get("suffix").asText()).containsExactly(SUFFIX);
    }

    @Test
    void nothing_is_given_in_it_and_it_is_answered_like_a_suffix_of_nothing() {
        assertUnknown(aChange().adding(person).until(DAY));
        assertThat(person.grantsIn(realm)).isEmpty();
    }

    @Test
    void nothing_is_ended_in_it_that_others_gave() {
        JsonNode given = head.change(
                        GROUP, aChange().adding(person).together(SUFFIX).until(DAY))
                .expect(200)
                .json()
                .get("granted");
        String own = idIn(given, GROUP);

        assertUnknown(aChange().ending(own));
        delegate.change(GROUP, aChange().ending(own)).expect(200);

        assertThat(statusIn(MOODLE_GROUP)).isEqualTo("ACTIVE");
    }

    @Test
    void an_end_in_it_is_not_put_off() {
        head.give(MOODLE_GROUP, person, Days.in(5));

        assertUnknown(aChange().adding(person).until(DAY));

        assertThat(person.grantsIn(realm).findValuesAsText("endsOn"))
                .containsExactly(Days.in(5).toString());
    }

    @Test
    void whoever_manages_both_is_offered_both_and_reaches_both() {
        TestPerson both = aPerson().whoSignsIn().in(realm);
        delegate(GROUP, both);
        delegate(MOODLE_GROUP, both);
        Manager manager = Manager.of(realm, both.username());

        assertThat(offeredTo(manager)).hasSize(1);
        manager.change(GROUP, aChange().adding(person).together(SUFFIX).until(DAY))
                .expect(200);
        assertThat(person.grantsIn(realm).findValuesAsText("status")).containsExactly("ACTIVE", "ACTIVE");
    }

    @Test
    void an_idempotency_key_shows_nothing_of_a_sibling_that_has_been_withdrawn() {
        TestPerson both = aPerson().whoSignsIn().in(realm);
        delegate(GROUP, both);
        String sibling = delegate(MOODLE_GROUP, both);
        Manager manager = Manager.of(realm, both.username());
        Change change = aChange().adding(person).together(SUFFIX).until(DAY);
        String key = "sibling-" + person.id();
        manager.api()
                .with("Idempotency-Key", key)
                .post(manager.changes(GROUP), change.body())
                .expect(200);

        head.api()
                .delete("/groups/" + realm.groupId(MOODLE_GROUP) + "/managers/" + sibling)
                .expect(204);

        manager.api()
                .with("Idempotency-Key", key)
                .post(manager.changes(GROUP), change.body())
                .expect(422);
    }

    private void assertUnknown(Change change) {
        Answer refused = delegate.change(GROUP, change.together(SUFFIX)).expect(422);
        Answer unknown = delegate.change(GROUP, change.together(UNKNOWN)).expect(422);
        assertThat(refused.text()).isEqualTo(unknown.text().replace(UNKNOWN, SUFFIX));
        assertThat(refused.json().findValuesAsText("code")).containsExactly("together-not-offered");
    }

    private String statusIn(String group) {
        for (JsonNode grant : person.grantsIn(realm)) {
            if (grant.get("groupName").asText().equals(group)) {
                return grant.get("status").asText();
            }
        }
        throw new AssertionError("No grant in " + group);
    }

    private static JsonNode offeredTo(Manager manager) {
        return manager.api()
                .get("/groups/" + realm.groupId(GROUP))
                .expect(200)
                .json()
                .get("together");
    }

    private static Manager aDelegateOf(String group) {
        TestPerson delegate = aPerson().whoSignsIn().in(realm);
        delegate(group, delegate);
        return Manager.of(realm, delegate.username());
    }

    private static String delegate(String group, TestPerson to) {
        return head.api()
                .post(
                        "/groups/" + realm.groupId(group) + "/managers",
                        Map.of("type", "USER", "principalId", to.id(), "endsOn", DAY.toString()))
                .expect(200)
                .json()
                .get("id")
                .asText();
    }

    private static String idIn(JsonNode grants, String group) {
        for (JsonNode grant : grants) {
            if (grant.get("groupName").asText().equals(group)) {
                return grant.get("id").asText();
            }
        }
        throw new AssertionError("No grant in " + group);
    }
}
