package org.relais.keycloak.it;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Days as the demo's academy counts them. */
final class TestDays {

    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private TestDays() {}

    static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    static LocalDate in(int days) {
        return today().plusDays(days);
    }

    /** How far a clock must go ahead to show noon of a day. */
    static Duration untilNoonOf(LocalDate day) {
        return Duration.between(
                Instant.now(), day.atTime(LocalTime.NOON).atZone(ZONE).toInstant());
    }
}
