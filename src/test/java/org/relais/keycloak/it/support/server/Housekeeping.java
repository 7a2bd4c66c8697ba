package org.relais.keycloak.it.support.server;

/** What the server does every minute, done at once and without the lock that keeps two nodes apart. */
public final class Housekeeping {

    private static final String PATH = "/realms/master/relais-probe/housekeeping";

    private Housekeeping() {}

    /** From now on the server does it only when a test asks: what happens by itself in between falsifies counts. */
    static void leaveToTests(ServerUnderTest server) {
        server.api().delete(PATH).expect(204);
    }

    public static void run(ServerUnderTest server) {
        server.api().post(PATH, null).expect(204);
    }
}
