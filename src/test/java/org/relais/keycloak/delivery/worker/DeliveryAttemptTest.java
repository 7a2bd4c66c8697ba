package org.relais.keycloak.delivery.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.relais.keycloak.delivery.Target;
import org.relais.keycloak.delivery.target.Deadline;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.delivery.target.Health;
import org.relais.keycloak.delivery.target.Outcome;
import org.relais.keycloak.delivery.target.TargetUnavailable;
import org.relais.keycloak.delivery.worker.CircuitBreaker.Permit;

class DeliveryAttemptTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final Outcome DONE = Outcome.done(null);

    private final CircuitBreaker breaker = new CircuitBreaker(CLOCK);

    @Test
    void where_there_was_nothing_to_tell_nobody_knows_whether_the_target_answers() {
        breaker.recordFailure(null);
        breaker.halfOpenNow();
        assertThat(breaker.tryAcquire()).isEqualTo(Permit.TRIAL);

        DeliveryAttempt deliveryAttempt =
                attempt(people -> Map.of(), new DesiredState("stranger", null, List.of(), Set.of(), null));

        assertThat(deliveryAttempt.outcomes()).containsEntry("stranger", DONE);
        assertThat(deliveryAttempt.isRecovery()).isFalse();
        assertThat(breaker.tryAcquire()).as("still tried by one").isEqualTo(Permit.TRIAL);
    }

    @Test
    void what_came_of_people_before_the_target_went_away_counts() {
        DeliveryAttempt deliveryAttempt = attempt(
                people -> {
                    throw new TargetUnavailable(DeliveryError.BUSY).after(Map.of("a", DONE));
                },
                known("a"),
                known("b"));

        assertThat(deliveryAttempt.outcomes()).containsOnlyKeys("a");
        assertThat(deliveryAttempt.isGood()).isFalse();
        assertThat(deliveryAttempt.error()).isEqualTo(DeliveryError.BUSY);
    }

    @Test
    void so_it_does_where_they_are_told_one_by_one() {
        DeliveryAttempt deliveryAttempt = attempt(
                people -> {
                    if (people.size() > 1) {
                        throw new IllegalStateException("nobody thought of that");
                    }
                    if (people.get(0).userId().equals("b")) {
                        throw new TargetUnavailable(DeliveryError.BUSY);
                    }
                    return Map.of(people.get(0).userId(), DONE);
                },
                known("a"),
                known("b"),
                known("c"));

        assertThat(deliveryAttempt.outcomes()).containsOnlyKeys("a");
        assertThat(deliveryAttempt.isGood()).isFalse();
    }

    private DeliveryAttempt attempt(
            Function<List<DesiredState>, Map<String, Outcome>> answers, DesiredState... people) {
        DeliveryAttempt deliveryAttempt = new DeliveryAttempt("Target moodle", new Answering(answers), breaker, CLOCK);
        deliveryAttempt.run(List.of(people), Deadline.in(Duration.ofMinutes(1)));
        return deliveryAttempt;
    }

    private static DesiredState known(String userId) {
        return new DesiredState(userId, null, List.of(), Set.of("0359001U_AES"), null);
    }

    private record Answering(Function<List<DesiredState>, Map<String, Outcome>> answers) implements Target {

        @Override
        public Health check() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int batchSize() {
            return 10;
        }

        @Override
        public Map<String, Outcome> synchronize(List<DesiredState> people, Deadline deadline) {
            return answers.apply(people);
        }
    }
}
