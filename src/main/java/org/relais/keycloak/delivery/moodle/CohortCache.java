package org.relais.keycloak.delivery.moodle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers for some minutes which cohorts a Moodle has: there are few, and they hardly change. Only ours are kept. */
final class CohortCache {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 100_000;

    private final Clock clock;
    private final Map<String, Entry> known = new ConcurrentHashMap<>();

    CohortCache(Clock clock) {
        this.clock = clock;
    }

    private record Entry(Cohort cohort, Instant until) {}

    Optional<Cohort> find(String idNumber) {
        return Optional.ofNullable(known.get(idNumber))
                .filter(entry -> entry.until().isAfter(clock.instant()))
                .map(Entry::cohort);
    }

    void keep(Cohort cohort) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(cohort.idNumber(), new Entry(cohort, clock.instant().plus(KEPT)));
    }

    void forget(String idNumber) {
        known.remove(idNumber);
    }
}
