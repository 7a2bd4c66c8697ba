package org.relais.keycloak.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final RetryPolicy DOUBLING = RetryPolicy.doubling(Duration.ofSeconds(4), Duration.ofMinutes(1));
    private static final RetryPolicy STEPS = RetryPolicy.steps(Duration.ofMinutes(1), Duration.ofHours(2));
    private static final RetryPolicy GROWING =
            RetryPolicy.growing(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(3));

    @Test
    void each_wait_is_twice_the_one_before_less_up_to_a_quarter() {
        for (int i = 0; i < 200; i++) {
            assertThat(DOUBLING.waitAfter(1)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
            assertThat(DOUBLING.waitAfter(2)).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(8));
            assertThat(DOUBLING.waitAfter(4)).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(32));
        }
    }

    @Test
    void no_wait_is_longer_than_the_cap_whatever_the_number_of_failures() {
        for (int failures : new int[] {5, 6, 30, 64, 1_000_000, Integer.MAX_VALUE}) {
            assertThat(DOUBLING.waitAfter(failures)).isBetween(Duration.ofSeconds(45), Duration.ofMinutes(1));
        }
    }

    @Test
    void waits_are_spread_so_that_not_all_come_back_at_once() {
        assertThat(IntStream.range(0, 200).mapToObj(i -> DOUBLING.waitAfter(3)).distinct())
                .hasSizeGreaterThan(20);
    }

    @Test
    void steps_are_waited_exactly_and_end_with_the_last_attempt() {
        assertThat(STEPS.attempts()).isEqualTo(3);
        assertThat(STEPS.waitAfter(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(STEPS.waitAfter(2)).isEqualTo(Duration.ofHours(2));
        assertThat(STEPS.givesUpAfter(2)).isFalse();
        assertThat(STEPS.givesUpAfter(3)).isTrue();
    }

    @Test
    void what_counts_the_time_waits_half_of_it_and_gives_up_after_a_lifetime() {
        assertThat(GROWING.waitAfter(Duration.ZERO)).isBetween(Duration.ofSeconds(48), Duration.ofSeconds(72));
        assertThat(GROWING.waitAfter(Duration.ofMinutes(20))).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(12));
        assertThat(GROWING.waitAfter(Duration.ofDays(2))).isBetween(Duration.ofMinutes(48), Duration.ofMinutes(72));
        assertThat(GROWING.givesUpAfter(Duration.ofDays(3).minusMillis(1))).isFalse();
        assertThat(GROWING.givesUpAfter(Duration.ofDays(3))).isTrue();
    }
}
