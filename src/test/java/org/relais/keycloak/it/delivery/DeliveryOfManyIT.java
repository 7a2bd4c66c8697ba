package org.relais.keycloak.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.MOODLE_GROUP;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.delivery.moodle.MoodleStub;
import org.relais.keycloak.it.support.people.ManyPeople;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.server.TestTargets;

/** The first of September: thousands at once. */
@ExtendWith(RelaisServer.class)
class DeliveryOfManyIT {

    private static final int MANY = 5_000;
    private static final List<String> GROUPS = List.of(MOODLE_GROUP, "0359002V_eleves-invites");

    @Test
    void five_thousand_are_in_a_moodle_that_takes_a_tenth_of_a_second_a_call_within_three_minutes(TestRealm realm) {
        try (MoodleStub moodle = new MoodleStub()) {
            moodle.faults().latency(Duration.ofMillis(100));
            TestTargets targets = TestTargets.of(realm);
            for (String group : GROUPS) {
                ManyPeople.in(realm, group, MANY / 2)
                        .withMail()
                        .joining(realm.groupId(group))
                        .withGrantsUntil(realm.groupId(group), Days.endOf(Days.in(30)));
            }
            String target = targets.add(TestTargets.aMoodle(moodle.url()));

            Instant before = Instant.now();
            targets.admin().post("/deliveries/" + target + "/reconcile", null).expect(200);
            targets.awaitFinished(target, Duration.ofMinutes(3));
            targets.awaitEmpty(target, Duration.ofMinutes(3));

            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofMinutes(3));
            for (String group : GROUPS) {
                assertThat(moodle.members(group))
                        .isEqualTo(new TreeSet<>(ManyPeople.of(realm, group).ids()));
            }
            assertThat(moodle.doubles()).isEqualTo(Set.of());
        }
    }
}
