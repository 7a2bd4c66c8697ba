package org.relais.keycloak.it.support.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.relais.keycloak.server.Project;

/** A PostgreSQL of this run; it goes with its data when it is closed. */
public final class TestDatabases implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private TestDatabases(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static TestDatabases start() {
        try {
            return new TestDatabases(EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            Project.target().resolve("it/postgres").toFile())
                    .setServerConfig("fsync", "off")
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    /** An empty database, as the settings that make Keycloak use it. */
    Map<String, String> create(String name) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database \"%s\"".formatted(name));
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the database " + name, e);
        }
        return settings(name);
    }

    /** The settings that make Keycloak use a database. */
    Map<String, String> settings(String name) {
        return Map.of(
                "KC_DB_URL", "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), name),
                "KC_DB_USERNAME", "postgres",
                "KC_DB_PASSWORD", "postgres",
                "KC_DB_POOL_MAX_SIZE", "20");
    }

    /** For looking at rows, or filling many in, behind the server's back. */
    public Connection connect(String name) throws SQLException {
        return postgres.getDatabase("postgres", name).getConnection();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
