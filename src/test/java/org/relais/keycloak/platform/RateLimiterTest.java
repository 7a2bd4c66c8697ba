package org.relais.keycloak.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final HandClock clock = new HandClock();
    private final RateLimiter limit = new RateLimiter(clock, Duration.ofMinutes(1));

    @Test
    void somebody_may_act_as_often_as_allowed_and_again_a_little_later() {
        for (int i = 0; i < 60; i++) {
            assertThat(limit.take("nolwenn", 60)).isZero();
        }
        assertThat(limit.take("nolwenn", 60)).isEqualTo(Duration.ofSeconds(1));
        clock.now = clock.now.plusSeconds(1);
        assertThat(limit.take("nolwenn", 60)).isZero();
        assertThat(limit.take("nolwenn", 60)).isPositive();
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

    @Test
    void an_amount_is_taken_whole_or_not_at_all() {
        assertThat(limit.takeAll("nolwenn", 60, 40)).isZero();
        assertThat(limit.takeAll("nolwenn", 60, 40)).isEqualTo(Duration.ofSeconds(20));
        assertThat(limit.takeAll("nolwenn", 60, 20)).isZero();
    }

    @Test
    void more_than_the_limit_is_taken_once_and_paid_off_before_the_next() {
        assertThat(limit.takeAll("nolwenn", 60, 180)).isZero();
        assertThat(limit.take("nolwenn", 60)).isEqualTo(Duration.ofSeconds(121));
        clock.now = clock.now.plusSeconds(121);
        assertThat(limit.take("nolwenn", 60)).isZero();
    }

    @Test
    void an_amount_that_may_be_a_debt_is_taken_while_one_is_left() {
        assertThat(limit.take("nolwenn", 60, 59)).isZero();
        assertThat(limit.take("nolwenn", 60, 31)).isZero();
        assertThat(limit.take("nolwenn", 60, 1)).isEqualTo(Duration.ofSeconds(31));
    }

    @Test
    void what_turns_out_later_is_charged_or_given_back() {
        assertThat(limit.charge("nolwenn", 60, 61)).isFalse();
        assertThat(limit.take("nolwenn", 60)).isEqualTo(Duration.ofSeconds(2));
        limit.charge("nolwenn", 60, -1_000);
        assertThat(limit.takeAll("nolwenn", 60, 60)).isZero();
        assertThat(limit.take("nolwenn", 60)).isPositive();
    }

    @Test
    void it_remembers_a_bounded_number_of_people() {
        for (int i = 0; i < 3 * RateLimiter.MOST_PEOPLE; i++) {
            limit.take("person-" + i, 60);
        }
        assertThat(limit.people()).isEqualTo(RateLimiter.MOST_PEOPLE);
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
