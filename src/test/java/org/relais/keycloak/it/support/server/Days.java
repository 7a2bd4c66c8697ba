package org.relais.keycloak.it.support.server;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.locks.LockSupport;

/** Days of the academy, by the true clock. */
public final class Days {

    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final Duration LONGEST_CLASS = Duration.ofMinutes(5);
    private static final MonthDay END_OF_YEAR = MonthDay.of(8, 31);

    private Days() {}

    public static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    public static LocalDate in(int days) {
        return today().plusDays(days);
    }

    /** A last day that every profile of the demo accepts today. */
    public static LocalDate soon() {
        LocalDate today = today();
        LocalDate inTenDays = today.plusDays(10);
        LocalDate end = END_OF_YEAR.atYear(today.getYear());
        return today.isAfter(end) || inTenDays.isBefore(end) ? inTenDays : end;
    }

    /** Whoever compares days wants no midnight in between. */
    static void awaitNextDayIfItIsNear() {
        Duration left = until(today().plusDays(1).atStartOfDay(ZONE));
        if (left.compareTo(LONGEST_CLASS) < 0) {
            LockSupport.parkNanos(left.plusSeconds(2).toNanos());
        }
    }

    public static Duration until(ZonedDateTime instant) {
        return Duration.between(Instant.now(), instant);
    }

    public static Duration untilNoonOf(LocalDate day) {
        return until(day.atTime(LocalTime.NOON).atZone(ZONE));
    }

    /** A second into the next day. */
    public static Duration untilJustAfter(LocalDate day) {
        return until(day.plusDays(1).atStartOfDay(ZONE).plusSeconds(1));
    }

    /** Milliseconds since 1970 at the end of a day. */
    public static long endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant().toEpochMilli();
    }
}
