package org.relais.keycloak.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.MOODLE_GROUP;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.delivery.moodle.MoodleStub;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.server.TestTargets;

/** Moodle knows in seconds, by whatever way somebody comes into a group or leaves it. */
@ExtendWith(RelaisServer.class)
class DeliveryIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static MoodleStub moodle;
    private static String target;

    @BeforeAll
    static void a_moodle_is_fed(TestRealm realm) {
        moodle = new MoodleStub();
        target = TestTargets.of(realm).add(TestTargets.aMoodle(moodle.url()));
    }

    @AfterEach
    void all_is_well_again() {
        moodle.faults().none();
    }

    @AfterAll
    static void stop() {
        moodle.close();
    }

    @Test
    void a_grant_is_in_moodle_within_two_seconds_for_nineteen_of_twenty(TestRealm realm) {
        Manager head = Manager.head(realm);
        give(realm, head, TestPerson.aPerson().in(realm));
        List<Duration> latencies = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            TestPerson person = TestPerson.aPerson().in(realm);
            Instant before = Instant.now();
            give(realm, head, person);
            Awaitility.await()
                    .atMost(SOON)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> moodle.isMember(person.id(), MOODLE_GROUP));
            latencies.add(Duration.between(before, Instant.now()));
        }
        latencies.sort(null);

        assertThat(latencies.get(18)).as("%s", latencies).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void the_end_of_a_grant_takes_the_person_out_and_suspends_the_account(TestRealm realm) {
        TestPerson person = TestPerson.aPerson().in(realm);
        Manager head = Manager.head(realm);
        JsonNode grant = give(realm, head, person);
        await(() -> moodle.isMember(person.id(), MOODLE_GROUP));

        head.end(grant).expect(200);

        await(() -> !moodle.isMember(person.id(), MOODLE_GROUP));
        await(() -> moodle.isSuspended(person.id()));
    }

    @Test
    void the_last_day_ends_it_there_too(TestRealm realm) {
        TestPerson person = TestPerson.aPerson().in(realm);
        JsonNode grant = give(realm, Manager.head(realm), person);
        await(() -> moodle.isMember(person.id(), MOODLE_GROUP));
        LocalDate lastDay = LocalDate.parse(grant.get("endsOn").asText());

        realm.server().clock().ahead(Days.untilNoonOf(lastDay.plusDays(1)));
        Housekeeping.run(realm.server());

        await(() -> !moodle.isMember(person.id(), MOODLE_GROUP));
    }

    @Test
    void an_official_member_is_told_too_and_somebody_taken_out_by_hand(TestRealm realm) {
        TestPerson person = TestPerson.aPerson().in(realm);
        String membership = "/users/" + person.id() + "/groups/" + realm.groupId(MOODLE_GROUP);

        realm.admin().put(membership, Map.of()).expect(204);
        await(() -> moodle.isMember(person.id(), MOODLE_GROUP));

        realm.admin().delete(membership).expect(204);
        await(() -> !moodle.isMember(person.id(), MOODLE_GROUP));
    }

    @Test
    void a_new_name_arrives_and_a_disabled_account_loses_its_place_until_it_is_enabled(TestRealm realm) {
        TestPerson person = TestPerson.aPerson().in(realm);
        give(realm, Manager.head(realm), person);
        await(() -> moodle.isMember(person.id(), MOODLE_GROUP));

        edit(realm, person, "firstName", "Rozenn");
        await(() -> moodle.firstName(person.id()).equals("Rozenn"));

        edit(realm, person, "enabled", false);
        await(() -> moodle.isSuspended(person.id()));

        edit(realm, person, "enabled", true);
        await(() -> moodle.isMember(person.id(), MOODLE_GROUP) && !moodle.isSuspended(person.id()));
    }

    @Test
    void a_deleted_person_loses_place_and_account(TestRealm realm) {
        TestPerson person = TestPerson.aPerson().in(realm);
        give(realm, Manager.head(realm), person);
        await(() -> moodle.isMember(person.id(), MOODLE_GROUP));

        realm.admin().delete("/users/" + person.id()).expect(204);

        await(() -> !moodle.isMember(person.id(), MOODLE_GROUP) && moodle.isSuspended(person.id()));
    }

    @Test
    void nobody_asks_for_somebody_deleted_of_whom_moodle_never_heard(TestRealm realm) {
        settle(realm);
        TestPerson stranger = TestPerson.aPerson().in(realm);
        TestPerson waiting = TestPerson.aPerson().in(realm);
        moodle.faults().maintenance("3600");
        give(realm, Manager.head(realm), waiting);
        await(() -> TestTargets.of(realm).state(target).path("error").isObject());

        realm.admin().delete("/users/" + stranger.id()).expect(204);
        realm.admin().delete("/users/" + waiting.id()).expect(204);

        assertThat(waits(realm, stranger)).isFalse();
        assertThat(waits(realm, waiting)).isTrue();
        moodle.faults().none();
        settle(realm);
    }

    @Test
    void neither_heads_nor_people_who_sign_in_wait_for_a_moodle_that_hangs(TestRealm realm) {
        Manager head = Manager.head(realm);
        give(realm, head, TestPerson.aPerson().in(realm));
        settle(realm);
        moodle.faults().hang();
        List<TestPerson> people = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            TestPerson person = TestPerson.aPerson().in(realm);
            people.add(person);
            Instant before = Instant.now();
            give(realm, head, person);
            realm.signIn(ASSISTANT, "moodle");
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
        }
        assertThat(people).noneMatch(person -> moodle.isMember(person.id(), MOODLE_GROUP));

        moodle.faults().none();

        await(() -> people.stream().allMatch(person -> moodle.isMember(person.id(), MOODLE_GROUP)));
    }

    @Test
    void a_moodle_that_was_down_for_an_hour_is_right_afterwards(TestRealm realm) {
        settle(realm);
        Manager head = Manager.head(realm);
        TestPerson before = TestPerson.aPerson().in(realm);
        JsonNode grant = give(realm, head, before);
        await(() -> moodle.isMember(before.id(), MOODLE_GROUP));
        moodle.faults().maintenance("3600");
        TestPerson meanwhile = TestPerson.aPerson().in(realm);
        give(realm, head, meanwhile);
        await(() -> TestTargets.of(realm).state(target).path("error").isObject());
        assertThat(TestTargets.of(realm).state(target).at("/error/code").asText())
                .isEqualTo("delivery-moodle-maintenance");

        int calls = moodle.faults().refusals();
        head.end(grant).expect(200);
        TestPerson later = TestPerson.aPerson().in(realm);
        give(realm, head, later);
        await(() -> waits(realm, meanwhile) && waits(realm, before) && waits(realm, later));
        assertThat(moodle.faults().refusals()).as("it is left alone").isEqualTo(calls);

        moodle.faults().none();
        realm.server().clock().ahead(Duration.ofMinutes(61));

        await(() -> moodle.isMember(meanwhile.id(), MOODLE_GROUP)
                && moodle.isMember(later.id(), MOODLE_GROUP)
                && !moodle.isMember(before.id(), MOODLE_GROUP));
        TestTargets.of(realm).awaitEmpty(target, SOON);
    }

    /** Nothing waits any more, not even what another test asked for while the clock was ahead. */
    private static void settle(TestRealm realm) {
        TestTargets targets = TestTargets.of(realm);
        targets.admin().post("/deliveries/" + target + "/retry", null).expect(200);
        targets.awaitEmpty(target, SOON);
    }

    private static boolean waits(TestRealm realm, TestPerson person) {
        return Sql.of(realm.server())
                        .number(
                                "select count(*) from RELAIS_DELIVERY where TARGET_ID = ? and USER_ID = ?",
                                target,
                                person.id())
                == 1;
    }

    private static JsonNode give(TestRealm realm, Manager head, TestPerson person) {
        return head.give(MOODLE_GROUP, aChange().adding(person));
    }

    private static void edit(TestRealm realm, TestPerson person, String field, Object value) {
        String path = "/users/" + person.id();
        ObjectNode user = (ObjectNode) realm.admin().get(path).expect(200).json();
        realm.admin().put(path, user.putPOJO(field, value)).expect(204);
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}
