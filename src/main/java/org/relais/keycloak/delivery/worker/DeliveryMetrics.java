package org.relais.keycloak.delivery.worker;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Metrics: deliveries by target and result, and how long they took from the request to the application. */
record DeliveryMetrics(String target, Clock clock) {

    void done(Instant requestedAt) {
        count("done");
        Timer.builder("relais.delivery.latency")
                .description("From the act to the application")
                .tag("target", target)
                .publishPercentiles(0.5, 0.95)
                .register(Metrics.globalRegistry)
                .record(Duration.between(requestedAt, clock.instant()));
    }

    void failed() {
        count("failed");
    }

    void postponed() {
        count("postponed");
    }

    private void count(String result) {
        Metrics.counter("relais.deliveries", "target", target, "result", result).increment();
    }
}
