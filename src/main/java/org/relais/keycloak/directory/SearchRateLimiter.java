package org.relais.keycloak.directory;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Limits how often each person may search on this node: a number of searches at once, and as many again each minute. It counts
 * by person, however many sessions they have.
 */
public final class SearchRateLimiter {

    /** Beyond this number, whoever has not searched for longest is forgotten and starts afresh. */
    private static final int MOST_PEOPLE = 10_000;

    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_PEOPLE;
        }
    };

    public SearchRateLimiter(Clock clock) {
        this.clock = clock;
    }

    /** Searches that are left, with fractions, and since when, in milliseconds since 1970. */
    private record Bucket(double left, long at) {}

    /** Takes one search; returns zero, or how long to wait until there is one. */
    public Duration take(String userId, int perMinute) {
        return take(userId, perMinute, 1);
    }

    /**
     * Takes some searches, or none, if one is left at least; returns zero, or how long to wait for one. What is taken beyond
     * what is left must be waited for before the next one.
     */
    public synchronized Duration take(String userId, int perMinute, int searches) {
        double left = left(userId, perMinute);
        boolean allowed = left >= 1;
        keep(userId, allowed ? left - searches : left);
        return allowed ? Duration.ZERO : Duration.ofMillis((long) Math.ceil((1 - left) * 60_000 / perMinute));
    }

    /** Takes some whether or not they are left; returns whether they were. */
    public synchronized boolean charge(String userId, int perMinute, int searches) {
        double left = left(userId, perMinute);
        keep(userId, left - searches);
        return left >= searches;
    }

    private double left(String userId, int perMinute) {
        long now = clock.millis();
        Bucket known = buckets.getOrDefault(userId, new Bucket(perMinute, now));
        double refilled = Math.max(0, now - known.at()) * perMinute / 60_000.0;
        return Math.min(perMinute, known.left() + refilled);
    }

    private void keep(String userId, double left) {
        buckets.put(userId, new Bucket(left, clock.millis()));
    }
}
