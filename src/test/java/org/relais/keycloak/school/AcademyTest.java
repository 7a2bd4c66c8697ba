package org.relais.keycloak.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcademyTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, 2026-11-24T23:00:00Z, 24",
        "2027-07-01, 2027-07-01T22:00:00Z, 24",
        "2027-03-28, 2027-03-28T22:00:00Z, 23",
        "2026-10-25, 2026-10-25T23:00:00Z, 25",
        "2028-02-29, 2028-02-29T23:00:00Z, 24",
    })
    void a_day_ends_at_local_midnight_however_long_it_is(LocalDate day, Instant end, int hours) {
        assertThat(paris().endOf(day)).isEqualTo(end);
        assertThat(Duration.between(paris().endOf(day.minusDays(1)), end)).hasHours(hours);
        assertThat(paris().lastDayBefore(end)).isEqualTo(day);
        assertThat(paris().dayOf(end)).isEqualTo(day.plusDays(1));
    }

    @Test
    void today_is_the_day_in_the_academy_and_not_the_servers() {
        Clock lateInTheEvening = Clock.fixed(Instant.parse("2026-11-24T23:30:00Z"), ZoneOffset.UTC);

        assertThat(paris().today(lateInTheEvening)).isEqualTo("2026-11-25");
        assertThat(academyIn("America/Guadeloupe").today(lateInTheEvening)).isEqualTo("2026-11-24");
        assertThat(academyIn("Indian/Reunion").today(lateInTheEvening)).isEqualTo("2026-11-25");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-27T23:30:00Z, 2027-03-28",
        "2027-03-28T21:59:59Z, 2027-03-28",
        "2027-03-28T22:00:00Z, 2027-03-29",
        "2026-10-25T22:59:59Z, 2026-10-25",
        "2026-10-25T23:00:00Z, 2026-10-26",
    })
    void today_follows_the_change_of_the_clocks(Instant now, LocalDate today) {
        assertThat(paris().today(Clock.fixed(now, ZoneOffset.UTC))).isEqualTo(today);
    }

    /** In Cairo the clocks change at midnight: that day begins at one o'clock. */
    @Test
    void a_day_without_a_midnight_has_an_end() {
        assertThat(academyIn("Africa/Cairo").endOf(LocalDate.of(2026, 4, 23))).isEqualTo("2026-04-23T22:00:00Z");
        assertThat(academyIn("Africa/Cairo").lastDayBefore(Instant.parse("2026-04-23T22:00:00Z")))
                .isEqualTo("2026-04-23");
    }

    private static Academy paris() {
        return academyIn("Europe/Paris");
    }

    private static Academy academyIn(String zone) {
        return new Academy(
                true,
                "/etablissements",
                ZoneId.of(zone),
                "ENTPersonFonctions",
                "ENTPersonStructRattach",
                List.of("gar", "arena"),
                365,
                false,
                true,
                Set.of(),
                Set.of(),
                false);
    }
}
