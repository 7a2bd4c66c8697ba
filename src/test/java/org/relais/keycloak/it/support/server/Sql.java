package org.relais.keycloak.it.support.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The server's database behind its back: for what no API shows or does. Each statement is a transaction of its own. */
public final class Sql {

    private final ServerUnderTest server;

    private Sql(ServerUnderTest server) {
        this.server = server;
    }

    public static Sql of(ServerUnderTest server) {
        return new Sql(server);
    }

    /** The rows a query finds; columns by their name in lower case. */
    public List<Map<String, Object>> find(String sql, Object... parameters) {
        try (Connection connection = server.database();
                PreparedStatement query = prepared(connection, sql, parameters);
                ResultSet result = query.executeQuery()) {
            ResultSetMetaData columns = result.getMetaData();
            List<Map<String, Object>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The only column of the rows a query finds. */
    public List<String> texts(String sql, Object... parameters) {
        return find(sql, parameters).stream()
                .map(row -> String.valueOf(row.values().iterator().next()))
                .toList();
    }

    public long number(String sql, Object... parameters) {
        return Long.parseLong(texts(sql, parameters).get(0));
    }

    /** Changes rows, or the schema; returns how many rows. */
    public int change(String sql, Object... parameters) {
        try (Connection connection = server.database();
                PreparedStatement change = prepared(connection, sql, parameters)) {
            return change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static PreparedStatement prepared(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
