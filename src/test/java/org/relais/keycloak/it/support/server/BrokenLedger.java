package org.relais.keycloak.it.support.server;

/** Takes the table of the grants away until it is closed. */
public final class BrokenLedger implements AutoCloseable {

    private final Sql sql;

    private BrokenLedger(Sql sql) {
        this.sql = sql;
    }

    public static BrokenLedger of(ServerUnderTest server) {
        Sql sql = Sql.of(server);
        sql.change("alter table RELAIS_GRANT rename to RELAIS_GRANT_AWAY");
        return new BrokenLedger(sql);
    }

    public boolean isBroken() {
        return sql.find("select 1 from information_schema.tables where table_name = 'relais_grant'")
                .isEmpty();
    }

    @Override
    public void close() {
        sql.change("alter table RELAIS_GRANT_AWAY rename to RELAIS_GRANT");
    }
}
