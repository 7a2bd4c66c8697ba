package org.relais.keycloak.it;

/** Takes the table of the grants away until it is closed. */
final class BrokenLedger implements AutoCloseable {

    private final Rows rows;

    private BrokenLedger(Rows rows) {
        this.rows = rows;
    }

    static BrokenLedger of(ServerUnderTest server) {
        Rows rows = Rows.of(server);
        rows.change("alter table RELAIS_GRANT rename to RELAIS_GRANT_AWAY");
        return new BrokenLedger(rows);
    }

    boolean isBroken() {
        return rows.find("select 1 from information_schema.tables where table_name = 'relais_grant'")
                .isEmpty();
    }

    @Override
    public void close() {
        rows.change("alter table RELAIS_GRANT_AWAY rename to RELAIS_GRANT");
    }
}
