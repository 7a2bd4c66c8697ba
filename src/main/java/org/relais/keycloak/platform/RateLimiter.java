package org.relais.keycloak.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Limits how much each person may do on this node: an amount at once, and as much again in each span of time. It counts by
 * person, however many sessions they have.
 */
public final class RateLimiter {

    /** Beyond this number, whoever has not done anything for longest is forgotten and starts afresh. */
    static final int MOST_PEOPLE = 10_000;

    private final Clock clock;
    private final Duration span;
    private final Map<String, Bucket> buckets = new RecentlyUsed<>(MOST_PEOPLE);

    /** @param span in which a limit is good once more */
    public RateLimiter(Clock clock, Duration span) {
        this.clock = clock;
        this.span = span;
    }

    /** What is left, with fractions, and since when, in milliseconds since 1970. Less than nothing is a debt. */
    private record Bucket(double left, long at) {}

    /** Takes one; returns zero, or how long to wait until there is one. */
    public Duration take(String person, int limit) {
        return take(person, limit, 1);
    }

    /**
     * Takes an amount as soon as one is left; what is missing is a debt. Returns zero, or takes nothing and returns how long to
     * wait until there is one.
     *
     * @param limit how much a span is good for
     */
    public Duration take(String person, int limit, int amount) {
        return take(person, limit, amount, 1);
    }

    /**
     * Takes an amount as soon as all of it is left; what goes beyond the limit itself is a debt. Returns zero, or takes nothing
     * and returns how long to wait.
     *
     * @param limit how much a span is good for
     */
    public Duration takeAll(String person, int limit, int amount) {
        return take(person, limit, amount, Math.min(amount, limit));
    }

    /**
     * Takes an amount that is done already: a debt, if need be. Less than nothing is given back.
     *
     * @return whether it was left
     */
    public synchronized boolean charge(String person, int limit, int amount) {
        double left = left(person, limit);
        keep(person, Math.min(limit, left - amount));
        return left >= amount;
    }

    private synchronized Duration take(String person, int limit, int amount, int needed) {
        double left = left(person, limit);
        boolean allowed = left >= needed;
        keep(person, allowed ? left - amount : left);
        return allowed ? Duration.ZERO : Duration.ofMillis((long) Math.ceil((needed - left) * span.toMillis() / limit));
    }

    synchronized int people() {
        return buckets.size();
    }

    private double left(String person, int limit) {
        Bucket known = buckets.get(person);
        if (known == null) {
            return limit;
        }
        double refilled = Math.max(0, clock.millis() - known.at()) * limit / (double) span.toMillis();
        return Math.min(limit, known.left() + refilled);
    }

    private void keep(String person, double left) {
        buckets.put(person, new Bucket(left, clock.millis()));
    }
}
