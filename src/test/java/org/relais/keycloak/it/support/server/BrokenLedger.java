package org.relais.keycloak.it.support.server;

/** Takes the table of the grants away until it is closed. */
public final class BrokenLedger implements AutoCloseable {

    private final Sql rows;

    private BrokenLedger(Sql rows) {
        this.rows = rows;
    }

    public static BrokenLedger of(ServerUnderTest server) {
        Sql rows = Sql.of(server);
        rows.change("alter table RELAIS_GRANT rename to RELAIS_GRANT_AWAY");
        return new BrokenLedger(rows);
    }

    public boolean isBroken() {
        return rows.find("select 1 from information_schema.tables where table_name = 'relais_grant'")
                .isEmpty();
    }

    @Override
    public void close() {
        rows.change("alter table RELAIS_GRANT_AWAY rename to RELAIS_GRANT");
    }
}
