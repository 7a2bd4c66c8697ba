package org.relais.keycloak.directory;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.keycloak.models.RealmModel;

/** How long ago the index of each realm was last known to be equal to the accounts, as a metric. */
final class IndexAge {

    private static final Map<String, AtomicLong> EQUAL_AT = new ConcurrentHashMap<>();

    private IndexAge() {}

    static void report(RealmModel realm, Instant equalAt, Clock clock) {
        EQUAL_AT.computeIfAbsent(realm.getId(), id -> measured(realm.getName(), clock))
                .set(equalAt.toEpochMilli());
    }

    private static AtomicLong measured(String realmName, Clock clock) {
        AtomicLong equalAt = new AtomicLong();
        Gauge.builder("relais.people.index.age", equalAt, at -> (clock.millis() - at.get()) / 1000.0)
                .description("Time since the index of people was last known to be equal to the accounts")
                .baseUnit("seconds")
                .tag("realm", realmName)
                .register(Metrics.globalRegistry);
        return equalAt;
    }
}
