package org.relais.keycloak.platform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * How long to wait before something that failed is tried again, and when it is given up. Waits are spread at random so that
 * not everything comes back at the same moment. A policy has no state: the caller knows how often, or for how long, it has
 * tried.
 */
public final class RetryPolicy {

    private final List<Duration> waits;
    private final int attempts;
    private final Duration lifetime;
    private final double shortestShare;
    private final double longestShare;

    private RetryPolicy(
            List<Duration> waits, int attempts, Duration lifetime, double shortestShare, double longestShare) {
        this.waits = waits;
        this.attempts = attempts;
        this.lifetime = lifetime;
        this.shortestShare = shortestShare;
        this.longestShare = longestShare;
    }

    /**
     * Each wait is twice the one before, up to the longest. Between three quarters and all of it is waited. It never gives up.
     */
    public static RetryPolicy doubling(Duration first, Duration longest) {
        List<Duration> waits = Stream.concat(
                        Stream.iterate(first, wait -> wait.compareTo(longest) < 0, wait -> wait.multipliedBy(2)),
                        Stream.of(longest))
                .toList();
        return new RetryPolicy(waits, Integer.MAX_VALUE, null, 0.75, 1);
    }

    /** Exactly these waits, one after each failure but the last: n waits make n + 1 attempts. */
    public static RetryPolicy steps(Duration... waits) {
        return new RetryPolicy(List.of(waits), waits.length + 1, null, 1, 1);
    }

    /** Exactly the same wait each time. It never gives up. */
    public static RetryPolicy every(Duration wait) {
        return every(wait, Integer.MAX_VALUE);
    }

    /** Exactly the same wait each time. It gives up after a number of attempts, the first one included. */
    public static RetryPolicy every(Duration wait, int attempts) {
        return new RetryPolicy(List.of(wait), attempts, null, 1, 1);
    }

    /**
     * For what counts the time since the first attempt: each wait is half of that time, within bounds, so that waits grow by
     * half. Between four and six fifths of it is waited. It gives up once the first attempt is a lifetime ago.
     */
    public static RetryPolicy growing(Duration shortest, Duration longest, Duration lifetime) {
        return new RetryPolicy(List.of(shortest, longest), Integer.MAX_VALUE, lifetime, 0.8, 1.2);
    }

    /** How many attempts are made in all, the first one included; {@link Integer#MAX_VALUE} if their number has no limit. */
    public int attempts() {
        return attempts;
    }

    /**
     * How long to wait after a number of failures.
     *
     * @param failures how many in a row, at least one
     */
    public Duration waitAfter(int failures) {
        return spread(waits.get(Math.min(failures, waits.size()) - 1));
    }

    /**
     * How long to wait where attempts are not counted.
     *
     * @param tried the time since the first attempt
     */
    public Duration waitAfter(Duration tried) {
        Duration half = tried.dividedBy(2);
        Duration shortest = waits.get(0);
        Duration longest = waits.get(waits.size() - 1);
        return spread(half.compareTo(shortest) < 0 ? shortest : half.compareTo(longest) > 0 ? longest : half);
    }

    /** Whether no attempt follows after this many. */
    public boolean givesUpAfter(int made) {
        return made >= attempts;
    }

    /** Whether no attempt follows once the first one is that long ago. */
    public boolean givesUpAfter(Duration tried) {
        return lifetime != null && tried.compareTo(lifetime) >= 0;
    }

    private Duration spread(Duration wait) {
        return shortestShare == longestShare
                ? wait
                : Duration.ofMillis(
                        (long) (wait.toMillis() * ThreadLocalRandom.current().nextDouble(shortestShare, longestShare)));
    }
}
