package org.relais.keycloak.contract;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tables of Relais in a database, a line for each column, key and index. */
record Tables(DatabaseMetaData database) {

    private interface Line {
        String of(ResultSet row) throws SQLException;
    }

    static List<String> of(Connection connection) throws SQLException {
        Tables tables = new Tables(connection.getMetaData());
        List<String> lines = new ArrayList<>();
        for (String table : tables.names()) {
            lines.add(table);
            lines.addAll(tables.columns(table));
            lines.add(tables.primaryKey(table));
            lines.addAll(tables.foreignKeys(table));
            lines.addAll(tables.indexes(table));
        }
        return lines;
    }

    private List<String> names() throws SQLException {
        return read(
                        database.getTables(null, null, "RELAIS%", new String[] {"BASE TABLE"}),
                        row -> row.getString("TABLE_NAME"))
                .sorted()
                .toList();
    }

    private List<String> columns(String table) throws SQLException {
        return read(database.getColumns(null, null, table, "%"), Tables::column)
                .sorted()
                .toList();
    }

    private static String column(ResultSet row) throws SQLException {
        String standard = row.getString("COLUMN_DEF");
        return "  %s %s(%d)%s%s"
                .formatted(
                        row.getString("COLUMN_NAME"),
                        row.getString("TYPE_NAME"),
                        row.getInt("COLUMN_SIZE"),
                        row.getInt("NULLABLE") == DatabaseMetaData.columnNullable ? "" : " not null",
                        standard == null ? "" : " default " + standard);
    }

    private List<String> foreignKeys(String table) throws SQLException {
        return read(
                        database.getImportedKeys(null, null, table),
                        row -> "  foreign key %s (%s) to %s (%s)"
                                .formatted(
                                        row.getString("FK_NAME"),
                                        row.getString("FKCOLUMN_NAME"),
                                        row.getString("PKTABLE_NAME"),
                                        row.getString("PKCOLUMN_NAME")))
                .sorted()
                .toList();
    }

    private String primaryKey(String table) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        String name = "";
        try (ResultSet row = database.getPrimaryKeys(null, null, table)) {
            while (row.next()) {
                name = row.getString("PK_NAME");
                columns.put(row.getInt("KEY_SEQ"), row.getString("COLUMN_NAME"));
            }
        }
        return "  primary key %s (%s)".formatted(name, String.join(", ", columns.values()));
    }

    /** Without those that stand behind the primary keys, which H2 numbers. */
    private List<String> indexes(String table) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        try (ResultSet row = database.getIndexInfo(null, null, table, false, false)) {
            while (row.next()) {
                String kind = row.getBoolean("NON_UNIQUE") ? "  index " : "  unique index ";
                columns.computeIfAbsent(kind + row.getString("INDEX_NAME"), first -> new ArrayList<>())
                        .add(row.getString("COLUMN_NAME"));
            }
        }
        return columns.entrySet().stream()
                .filter(index -> !index.getKey().contains(" PRIMARY_KEY_"))
                .map(index -> index.getKey() + " (" + String.join(", ", index.getValue()) + ")")
                .toList();
    }

    private static Stream<String> read(ResultSet rows, Line line) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (rows) {
            while (rows.next()) {
                lines.add(line.of(rows));
            }
        }
        return lines.stream();
    }
}
