package org.relais.keycloak.delivery.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.relais.keycloak.delivery.worker.CircuitBreaker.Permit;

class CircuitBreakerTest {

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private final CircuitBreaker breaker = new CircuitBreaker(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void a_target_that_failed_is_left_alone_and_then_tried_by_one() {
        assertThat(breaker.tryAcquire()).isEqualTo(Permit.CLOSED);
        Instant retryAt = breaker.recordFailure(null);
        assertThat(breaker.tryAcquire()).isEqualTo(Permit.OPEN);

        now = retryAt;
        assertThat(breaker.tryAcquire()).isEqualTo(Permit.TRIAL);
        assertThat(breaker.tryAcquire()).as("while one tries").isEqualTo(Permit.OPEN);

        assertThat(breaker.recordSuccess()).isTrue();
        assertThat(breaker.tryAcquire()).isEqualTo(Permit.CLOSED);
        assertThat(breaker.recordSuccess()).isFalse();
    }

    @Test
    void it_waits_longer_each_time_but_never_more_than_five_minutes() {
        Duration before = Duration.ZERO;
        for (int i = 0; i < 5; i++) {
            Duration wait = Duration.between(now, breaker.recordFailure(null));
            assertThat(wait).isGreaterThan(before);
            before = wait;
            now = now.plus(wait);
            assertThat(breaker.tryAcquire()).isEqualTo(Permit.TRIAL);
        }
        for (int i = 0; i < 20; i++) {
            Duration wait = Duration.between(now, breaker.recordFailure(null));
            assertThat(wait).isLessThanOrEqualTo(Duration.ofMinutes(5));
            now = now.plus(wait);
            assertThat(breaker.tryAcquire()).isEqualTo(Permit.TRIAL);
        }
    }

    @Test
    void lanes_that_fail_at_the_same_time_count_once() {
        Instant first = breaker.recordFailure(null);

        assertThat(breaker.recordFailure(null)).isEqualTo(first);
        assertThat(breaker.recordFailure(null)).isEqualTo(first);
    }

    @Test
    void the_wish_of_the_target_counts_up_to_an_hour() {
        assertThat(breaker.recordFailure(Duration.ofMinutes(20))).isEqualTo(now.plus(Duration.ofMinutes(20)));
        now = now.plus(Duration.ofMinutes(20));
        breaker.tryAcquire();
        assertThat(breaker.recordFailure(Duration.ofDays(3))).isEqualTo(now.plus(Duration.ofHours(1)));
    }
}
