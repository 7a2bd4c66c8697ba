package org.relais.keycloak.it.support.assertion;

import java.util.function.Supplier;
import org.relais.keycloak.it.support.protocol.Api;

/** How many SQL statements the server prepares; other requests and tasks of the moment count too. */
public final class Statements {

    private static final int TIMES = 3;
    private static final String PATH = "/realms/master/relais-probe/statements";

    private final Api api;
    private final Runnable makeRoom;

    /** @param makeRoom empties the cache of realms, so that it keeps what is measured */
    public Statements(Api api, Runnable makeRoom) {
        this.api = api;
        this.makeRoom = makeRoom;
    }

    /** The fewest of some times, of which the first fills the caches: what else the server does meanwhile counts too. */
    public long fewestDuring(Supplier<Runnable> work) {
        makeRoom.run();
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            fewest = Math.min(fewest, countDuring(work.get()));
        }
        return fewest;
    }

    /** How many rows the server made objects of; other requests and tasks of the moment count too. */
    public long loadedDuring(Runnable work) {
        api.delete(PATH).expect(204);
        work.run();
        return Long.parseLong(api.get(PATH + "/loaded").expect(200).text());
    }

    public long countDuring(Runnable work) {
        api.delete(PATH).expect(204);
        work.run();
        return Long.parseLong(api.get(PATH).expect(200).text());
    }
}
