package org.relais.keycloak.delivery.worker;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.delivery.Target;
import org.relais.keycloak.delivery.target.Deadline;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.delivery.target.Outcome;
import org.relais.keycloak.delivery.target.TargetUnavailable;

/** Synchronizes a target with the desired state of some people, and tells the breaker whether it answered. Never throws. */
final class DeliveryAttempt {

    private final String subject;
    private final Target target;
    private final CircuitBreaker breaker;
    private final Clock clock;
    private TargetUnavailable unavailable;
    private Instant retryAt;
    private boolean recovery;
    private final Map<String, Outcome> outcomes = new HashMap<>();

    /** @param subject the target as the log names it, at the beginning of a sentence */
    DeliveryAttempt(String subject, Target target, CircuitBreaker breaker, Clock clock) {
        this.subject = subject;
        this.target = target;
        this.breaker = breaker;
        this.clock = clock;
    }

    /** Whether the target answered, or was not needed. */
    boolean isGood() {
        return unavailable == null;
    }

    /** Whether the target answers again after it did not. */
    boolean isRecovery() {
        return recovery;
    }

    /** By the id of the person; whoever is missing has not been tried. */
    Map<String, Outcome> outcomes() {
        return outcomes;
    }

    /** What the target as a whole failed with; only if it did. */
    DeliveryError error() {
        return unavailable.error();
    }

    /** When the target may be tried again; only if it failed. */
    Instant retryAt() {
        return retryAt;
    }

    void run(List<DesiredState> people, Deadline deadline) {
        people.stream().filter(DesiredState::isNothing).forEach(it -> outcomes.put(it.userId(), Outcome.done(null)));
        List<DesiredState> concerned =
                people.stream().filter(it -> !it.isNothing()).toList();
        if (concerned.isEmpty()) {
            breaker.release();
            return;
        }
        try {
            synchronize(concerned, deadline);
            recovery = breaker.recordSuccess();
        } catch (TargetUnavailable failed) {
            outcomes.putAll(failed.reached());
            unavailable = failed;
            retryAt = breaker.recordFailure(failed.retryAfter());
            WorkerLog.LOG.targetDidNotAnswer(subject, failed.error().stored(), secondsUntil(retryAt));
        }
    }

    /** All at once. After an unexpected failure one by one, so that one person does not hold up the others. */
    private void synchronize(List<DesiredState> people, Deadline deadline) {
        try {
            outcomes.putAll(target.synchronize(people, deadline));
        } catch (TargetUnavailable failed) {
            throw failed;
        } catch (RuntimeException broken) {
            if (people.size() == 1) {
                String userId = people.get(0).userId();
                WorkerLog.LOG.userNotDelivered(broken, subject, userId);
                outcomes.put(userId, Outcome.failed(DeliveryError.BROKEN));
            } else {
                people.stream()
                        .takeWhile(it -> !deadline.isOver())
                        .forEach(person -> synchronize(List.of(person), deadline));
            }
        }
    }

    private long secondsUntil(Instant instant) {
        return Math.max(0, instant.getEpochSecond() - clock.instant().getEpochSecond());
    }
}
