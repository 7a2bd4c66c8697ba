package org.relais.keycloak.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SearchRateLimiterTest {

    private final HandClock clock = new HandClock();
    private final SearchRateLimiter limit = new SearchRateLimiter(clock);

    @Test
    void somebody_may_search_as_often_as_allowed_and_again_a_little_later() {
        for (int i = 0; i < 60; i++) {
            assertThat(limit.take("nolwenn", 60)).isZero();
        }
        assertThat(limit.take("nolwenn", 60)).isEqualTo(Duration.ofSeconds(1));
        clock.now = clock.now.plusSeconds(1);
        assertThat(limit.take("nolwenn", 60)).isZero();
        assertThat(limit.take("nolwenn", 60)).isPositive();
    }

    @Test
    void what_is_charged_beyond_what_is_left_is_waited_for() {
        assertThat(limit.charge("nolwenn", 60, 200)).isFalse();
        assertThat(limit.take("nolwenn", 60)).isEqualTo(Duration.ofSeconds(141));
        clock.now = clock.now.plusSeconds(141);
        assertThat(limit.take("nolwenn", 60, 0)).isZero();
        assertThat(limit.take("nolwenn", 60)).isZero();
        assertThat(limit.take("nolwenn", 60, 0)).isPositive();
    }

    @Test
    void nobody_waits_for_another() {
        limit.take("nolwenn", 1);
        assertThat(limit.take("nolwenn", 1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(limit.take("yann", 1)).isZero();
    }

    @Test
    void a_clock_that_goes_back_gives_nothing_away() {
        limit.take("nolwenn", 1);
        clock.now = clock.now.minusSeconds(3600);
        assertThat(limit.take("nolwenn", 1)).isPositive();
    }

    /** A clock that stands still until it is moved. */
    private static final class HandClock extends Clock {

        private Instant now = Instant.parse("2026-11-24T08:00:00Z");

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
    }
}
