package org.relais.keycloak.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.awaitility.Awaitility;

/** A grant as another transaction holds it; what that one changes is committed when it is closed. */
final class HeldRow implements AutoCloseable {

    private final ServerUnderTest server;
    private final String id;
    private final Connection connection;

    private HeldRow(ServerUnderTest server, String id) throws SQLException {
        this.server = server;
        this.id = id;
        this.connection = server.database();
        connection.setAutoCommit(false);
        execute("select ID from RELAIS_GRANT where ID = ? for update", id);
    }

    static HeldRow grant(ServerUnderTest server, String id) {
        try {
            return new HeldRow(server, id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void change(String column, long value) {
        try {
            execute("update RELAIS_GRANT set %s = ?, VERSION = VERSION + 1 where ID = ?".formatted(column), value, id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void awaitSomebodyWaiting() {
        Rows rows = Rows.of(server);
        Awaitility.await()
                .until(() -> rows.number("select count(*) from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock'")
                        > 0);
    }

    @Override
    public void close() {
        try (connection) {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = Rows.prepared(connection, sql, parameters)) {
            statement.execute();
        }
    }
}
