package org.relais.keycloak.it;

/** What the server does every minute, done at once and without the lock that keeps two nodes apart. */
final class Housekeeping {

    private Housekeeping() {}

    static void run(ServerUnderTest server) {
        server.api().post("/realms/master/relais-probe/housekeeping", null).expect(204);
    }
}
