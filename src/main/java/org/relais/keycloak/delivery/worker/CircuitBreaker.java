package org.relais.keycloak.delivery.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.relais.keycloak.platform.RetryPolicy;

/**
 * Leaves a target alone while it does not answer. It is closed while the target answers and open after a failure. Once the wait
 * is over it is half open: one thread tries one person, and a success closes it. Each node has its own for each target.
 */
final class CircuitBreaker {

    private static final RetryPolicy RETRY = RetryPolicy.doubling(Duration.ofSeconds(2), Duration.ofMinutes(5));

    /** However long a target asks to be left alone. */
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

    private final Clock clock;
    private int failures;
    private Instant openUntil = Instant.MIN;
    private boolean trying;

    CircuitBreaker(Clock clock) {
        this.clock = clock;
    }

    /** What a thread may do now. */
    enum Permit {
        /** The target answers: any number of people may be tried. */
        CLOSED,
        /** The circuit is half open: one person may be tried, by whoever holds this permit. */
        TRIAL,
        /** Nobody may be tried. */
        OPEN
    }

    /**
     * Asks whether the target may be called. A permit other than {@link Permit#OPEN} is followed by {@link #recordSuccess},
     * {@link #recordFailure} or {@link #release}.
     */
    synchronized Permit tryAcquire() {
        if (failures == 0) {
            return Permit.CLOSED;
        }
        if (trying || clock.instant().isBefore(openUntil)) {
            return Permit.OPEN;
        }
        trying = true;
        return Permit.TRIAL;
    }

    /** The target answered. Returns whether it had not before. */
    synchronized boolean recordSuccess() {
        boolean recovered = failures > 0;
        failures = 0;
        trying = false;
        return recovered;
    }

    /**
     * The target did not answer. Threads that fail at the same time count once.
     *
     * @param retryAfter how long it asks to be left alone; null if it did not say
     * @return when it may be tried again
     */
    synchronized Instant recordFailure(Duration retryAfter) {
        Instant now = clock.instant();
        boolean counted = failures > 0 && !trying && now.isBefore(openUntil);
        if (!counted) {
            failures++;
            openUntil = now.plus(longer(RETRY.waitAfter(failures), bounded(retryAfter)));
        }
        trying = false;
        return openUntil;
    }

    /** Gives a permit back: there was nothing to try after all. */
    synchronized void release() {
        trying = false;
    }

    /** Ends the wait: the next thread may try. */
    synchronized void halfOpenNow() {
        openUntil = Instant.MIN;
    }

    private static Duration bounded(Duration retryAfter) {
        return retryAfter == null
                ? Duration.ZERO
                : retryAfter.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : retryAfter;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
