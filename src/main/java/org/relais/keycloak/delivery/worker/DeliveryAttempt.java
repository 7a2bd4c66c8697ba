package org.relais.keycloak.delivery.worker;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.relais.keycloak.delivery.Target;
import org.relais.keycloak.delivery.target.Deadline;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.delivery.target.Outcome;
import org.relais.keycloak.delivery.target.TargetUnavailable;

/** Tells a target of some people, and remembers whether it answered. Never throws. */
final class DeliveryAttempt {

    private static final Logger LOG = Logger.getLogger(DeliveryAttempt.class);

    private final Target target;
    private final CircuitBreaker breaker;
    private final Clock clock;
    private TargetUnavailable unavailable;
    private Instant retryAt;
    private boolean recovery;
    private final Map<String, Outcome> outcomes = new HashMap<>();

    DeliveryAttempt(Target target, CircuitBreaker breaker, Clock clock) {
        this.target = target;
        this.breaker = breaker;
        this.clock = clock;
    }

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

    void hold(List<DesiredState> people, Deadline deadline) {
        List<DesiredState> toTell =
                people.stream().filter(it -> !it.isNothing()).toList();
        people.stream().filter(DesiredState::isNothing).forEach(it -> outcomes.put(it.userId(), Outcome.done(null)));
        if (toTell.isEmpty()) {
            breaker.passed();
            return;
        }
        try {
            tell(toTell, deadline);
            recovery = breaker.worked();
        } catch (TargetUnavailable failed) {
            outcomes.putAll(failed.reached());
            unavailable = failed;
            retryAt = breaker.failed(failed.retryAfter());
            LOG.warnf(
                    "a target does not answer (%s), it is tried again in %d s",
                    failed.error().stored(), secondsUntil(retryAt));
        }
    }

    /** All at once; one by one where that breaks on something nobody thought of, so that one does not hold up the others. */
    private void tell(List<DesiredState> people, Deadline deadline) {
        try {
            outcomes.putAll(target.bringUpToDate(people, deadline));
        } catch (TargetUnavailable failed) {
            throw failed;
        } catch (RuntimeException broken) {
            if (people.size() == 1) {
                LOG.warnf(
                        broken, "user %s could not be delivered", people.get(0).userId());
                outcomes.put(people.get(0).userId(), Outcome.failed(DeliveryError.BROKEN));
            } else {
                people.stream().takeWhile(it -> !deadline.isOver()).forEach(person -> tell(List.of(person), deadline));
            }
        }
    }

    private long secondsUntil(Instant instant) {
        return Math.max(0, instant.getEpochSecond() - clock.instant().getEpochSecond());
    }
}
