package org.relais.keycloak.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.relais.keycloak.server.Project;

/**
 * A PostgreSQL of this run, which keeps what it is told ({@code fsync}) and has the memory a server of its own would have.
 * Nothing tidies up while we measure: tables are vacuumed and analysed after they are filled.
 */
final class Database implements AutoCloseable {

    private static final long POLL_NANOS = Duration.ofSeconds(1).toNanos();

    private final EmbeddedPostgres postgres;

    private Database(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static Database start() throws IOException, SQLException {
        File folder = Project.target().resolve("bench/postgres").toFile();
        Database database = new Database(EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "2GB")
                .setServerConfig("effective_cache_size", "6GB")
                .setServerConfig("maintenance_work_mem", "512MB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("checkpoint_timeout", "1h")
                .start());
        database.tidyItself(false);
        return database;
    }

    void create(String name) throws SQLException {
        inPostgres("create database " + name);
    }

    /** A second database with the same rows; nobody may be connected to the first. */
    void copy(String name, String copy) throws SQLException {
        inPostgres("create database " + copy + " template " + name + " strategy file_copy");
    }

    Connection connect(String name) throws SQLException {
        return postgres.getDatabase("postgres", name).getConnection();
    }

    void tidy(String name) throws SQLException {
        try (Connection connection = connect(name);
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    /** Whether PostgreSQL vacuums and analyses by itself, as it does everywhere; it is off while we measure. */
    void tidyItself(boolean itself) throws SQLException {
        inPostgres("alter system set autovacuum = " + (itself ? "on" : "off"));
        inPostgres("select pg_reload_conf()");
    }

    /**
     * Once it has begun, ends the sweep in which the rule that follows the official record looks at all of the staff: the
     * first one takes long, and nothing can be measured beside it.
     */
    void endSweep(String name) throws SQLException {
        String end = "update RELAIS_SWEEP set PHASE = 'DONE', ENDED_AT = STARTED_AT where STARTED_AT > 0";
        try (Connection connection = connect(name);
                Statement statement = connection.createStatement()) {
            while (statement.executeUpdate(end) == 0) {
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
    }

    Map<String, String> settingsOf(String name) {
        return Map.of(
                "KC_DB_URL", "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), name),
                "KC_DB_USERNAME", "postgres",
                "KC_DB_PASSWORD", "postgres",
                "KC_DB_POOL_MAX_SIZE", "20");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private void inPostgres(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
