package org.relais.keycloak.delivery.target;

import java.time.Duration;

/**
 * Until when an application may be called: safely before another node may take the work over. It uses the machine's own clock,
 * as calls take true time.
 */
public final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    public boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /** The time left, but not more than {@code most}. */
    public Duration within(Duration most) {
        Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        return left.compareTo(most) < 0 ? left : most;
    }
}
