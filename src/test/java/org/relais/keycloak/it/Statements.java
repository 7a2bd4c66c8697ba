package org.relais.keycloak.it;

/** How many SQL statements the server prepares; other requests and tasks of the moment count too. */
public final class Statements {

    private static final String PATH = "/realms/master/relais-probe/statements";

    private final Api api;

    Statements(Api api) {
        this.api = api;
    }

    public long countDuring(Runnable work) {
        api.delete(PATH).expect(204);
        work.run();
        return Long.parseLong(api.get(PATH).expect(200).text());
    }
}
