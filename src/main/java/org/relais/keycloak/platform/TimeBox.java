package org.relais.keycloak.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long a pass may take. What it leaves, the next one does. */
public record TimeBox(Clock clock, Instant end) {

    public static TimeBox of(Clock clock, Duration atMost) {
        return new TimeBox(clock, clock.instant().plus(atMost));
    }

    public boolean isOver() {
        return !clock.instant().isBefore(end);
    }
}
