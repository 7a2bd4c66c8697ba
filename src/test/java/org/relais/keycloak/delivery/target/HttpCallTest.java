package org.relais.keycloak.delivery.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCallTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void how_long_to_wait_comes_in_seconds_or_as_a_date() {
        assertThat(wait("120")).isEqualTo(Duration.ofMinutes(2));
        assertThat(wait("Tue, 24 Nov 2026 10:07:30 GMT")).isEqualTo(Duration.ofSeconds(450));
    }

    @Test
    void a_date_that_is_past_means_now() {
        assertThat(wait("Mon, 23 Nov 2026 10:00:00 GMT")).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "soon", "-5", "1.5", "99999999999", "2026-11-24T10:07:30Z", "Tue, 31 Nov 2026 10:00:00 GMT"})
    void what_cannot_be_read_counts_as_nothing_said(String header) {
        assertThat(wait(header)).isNull();
    }

    private static Duration wait(String header) {
        return new HttpCall.Answer(503, "", header).wait(NOW);
    }
}
