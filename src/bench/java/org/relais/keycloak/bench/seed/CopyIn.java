package org.relais.keycloak.bench.seed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Rows for one table, sent with PostgreSQL's COPY. */
final class CopyIn implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final PGCopyOutputStream out;
    private final StringBuilder line = new StringBuilder();

    /** @param columns names with commas */
    CopyIn(Connection connection, String table, String columns) {
        try {
            String sql = "copy " + table + " (" + columns + ") from stdin";
            out = new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql, BUFFER);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot copy into " + table, e);
        }
    }

    void row(Object... values) {
        line.setLength(0);
        for (Object value : values) {
            if (line.length() > 0) {
                line.append('\t');
            }
            append(value);
        }
        line.append('\n');
        try {
            out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(line.toString(), e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void append(Object value) {
        if (value == null) {
            line.append("\\N");
        } else {
            line.append(value.toString().replace("\\", "\\\\"));
        }
    }
}
