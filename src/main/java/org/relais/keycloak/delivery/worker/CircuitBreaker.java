package org.relais.keycloak.delivery.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.relais.keycloak.platform.RetryPolicy;

/**
 * Leaves a target alone that does not answer. After a wait one lane tries with one person; if that works all may go on. Each
 * node has its own.
 */
final class CircuitBreaker {

    private static final RetryPolicy RETRY = RetryPolicy.doubling(Duration.ofSeconds(2), Duration.ofMinutes(5));
    private static final Duration LONGEST_WISH = Duration.ofHours(1);

    private final Clock clock;
    private int failures;
    private Instant openUntil = Instant.MIN;
    private boolean probing;

    CircuitBreaker(Clock clock) {
        this.clock = clock;
    }

    /** How many people may be tried now: all, one, or none. Each yes is followed by {@link #worked} or {@link #failed}. */
    synchronized Leave ask() {
        if (failures == 0) {
            return Leave.ALL;
        }
        if (probing || clock.instant().isBefore(openUntil)) {
            return Leave.NONE;
        }
        probing = true;
        return Leave.ONE;
    }

    enum Leave {
        ALL,
        ONE,
        NONE
    }

    /** The target answered; returns whether it had not before. */
    synchronized boolean worked() {
        boolean recovered = failures > 0;
        failures = 0;
        probing = false;
        return recovered;
    }

    /** Somebody asks expressly that it be tried now. */
    synchronized void hurry() {
        openUntil = Instant.MIN;
    }

    /** There was nothing to be tried after all. */
    synchronized void passed() {
        probing = false;
    }

    /**
     * The target did not answer.
     *
     * @param wish how long it wants to be left alone; null if it did not say
     * @return when it may be tried again
     */
    synchronized Instant failed(Duration wish) {
        Instant now = clock.instant();
        boolean counted = failures > 0 && !probing && now.isBefore(openUntil);
        if (!counted) {
            failures++;
            Duration wait = RETRY.waitAfter(failures);
            Duration wished = wish == null ? Duration.ZERO : wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
            openUntil = now.plus(wait.compareTo(wished) > 0 ? wait : wished);
        }
        probing = false;
        return openUntil;
    }
}
