package org.relais.keycloak.it.support.server;

import java.time.Duration;
import org.relais.keycloak.it.support.protocol.Api;

/** The offset of the server's clock. Sessions and tokens grow old with it: sign in again after a move. */
public final class ServerClock {

    private static final String PATH = "/realms/master/relais-probe/clock";

    private final Api api;
    private final Runnable moved;

    ServerClock(Api api, Runnable moved) {
        this.api = api;
        this.moved = moved;
    }

    /** Sets how far the server's clock is ahead of the true time; nothing adds up. */
    public void ahead(Duration offset) {
        api.put(PATH + "/" + offset.toSeconds(), null).expect(200);
        moved.run();
    }

    public Duration offset() {
        return Duration.ofSeconds(Long.parseLong(api.get(PATH).expect(200).text()));
    }

    public void reset() {
        if (!offset().isZero()) {
            ahead(Duration.ZERO);
        }
    }
}
