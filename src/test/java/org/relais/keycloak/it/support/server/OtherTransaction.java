package org.relais.keycloak.it.support.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.postgresql.PGConnection;

/** A transaction that holds what it touches against the server, until it is committed or, when closed, rolled back. */
public final class OtherTransaction implements AutoCloseable {

    private final ServerUnderTest server;
    private final Connection connection;
    private final int process;

    private OtherTransaction(ServerUnderTest server) {
        try {
            this.server = server;
            this.connection = server.database();
            connection.setAutoCommit(false);
            this.process = connection.unwrap(PGConnection.class).getBackendPID();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static OtherTransaction on(ServerUnderTest server) {
        return new OtherTransaction(server);
    }

    public OtherTransaction holdingGrant(String id) {
        return execute("select ID from RELAIS_GRANT where ID = ? for update", id);
    }

    public OtherTransaction execute(String sql, Object... parameters) {
        try (PreparedStatement statement = Sql.prepared(connection, sql, parameters)) {
            statement.execute();
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Until the server cannot go on for what is held here. */
    public void awaitSomebodyWaiting() {
        Sql sql = Sql.of(server);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> sql.number(
                                "select count(*) from pg_stat_activity where ? = any(pg_blocking_pids(pid))", process)
                        > 0);
    }

    public void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
