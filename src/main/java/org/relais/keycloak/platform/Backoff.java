package org.relais.keycloak.platform;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait after a number of failures: twice as long each time, up to a cap, spread so that not all come back at once. */
public record Backoff(Duration first, Duration most) {

    public static final Backoff OF_PEOPLE = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1));
    public static final Backoff OF_TARGETS = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

    /** @param failures how many in a row, at least one; the wait is between three quarters and all of what it comes to */
    public Duration after(int failures) {
        int doublings = Math.min(failures - 1, 20);
        Duration whole = first.multipliedBy(1L << doublings);
        long millis = Math.min(whole.toMillis(), most.toMillis());
        return Duration.ofMillis(millis - ThreadLocalRandom.current().nextLong(millis / 4 + 1));
    }
}
