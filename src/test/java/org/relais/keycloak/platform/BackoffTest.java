package org.relais.keycloak.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(4), Duration.ofMinutes(1));

    @Test
    void each_wait_is_twice_the_one_before_less_up_to_a_quarter() {
        for (int i = 0; i < 200; i++) {
            assertThat(BACKOFF.after(1)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
            assertThat(BACKOFF.after(2)).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(8));
            assertThat(BACKOFF.after(4)).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(32));
        }
    }

    @Test
    void no_wait_is_longer_than_the_cap_whatever_the_number_of_failures() {
        for (int failures : new int[] {5, 6, 30, 64, 1_000_000, Integer.MAX_VALUE}) {
            assertThat(BACKOFF.after(failures)).isBetween(Duration.ofSeconds(45), Duration.ofMinutes(1));
        }
    }

    @Test
    void waits_are_spread_so_that_not_all_come_back_at_once() {
        assertThat(IntStream.range(0, 200).mapToObj(i -> BACKOFF.after(3)).distinct())
                .hasSizeGreaterThan(20);
    }
}
