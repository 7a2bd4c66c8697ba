package org.relais.keycloak.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.server.DockerfileOptions;
import org.relais.keycloak.server.KeycloakInstallation;
import org.relais.keycloak.server.KeycloakServer;
import org.relais.keycloak.server.Memory;
import org.relais.keycloak.server.Ports;
import org.relais.keycloak.server.Project;
import org.relais.keycloak.server.ServerStart;

/** A server in production mode, built as the image is, with a database of its own. */
public final class ServerUnderTest implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofMinutes(4);

    private final String database;
    private final TestDatabases databases;
    private final ServerStart start;
    private final AdminToken adminToken = new AdminToken(this);
    private final int telephonePort = Ports.free().http();
    private KeycloakServer process;
    private ServerUnderTest expendable;

    private ServerUnderTest(String name, TestDatabases databases, KeycloakInstallation installation) {
        this(name, name, databases, databases.create(name), installation);
    }

    private ServerUnderTest(
            String name,
            String database,
            TestDatabases databases,
            Map<String, String> connection,
            KeycloakInstallation installation) {
        this.database = database;
        this.databases = databases;
        Map<String, String> settings = new HashMap<>(connection);
        settings.put("KC_SPI_RELAIS_TARGET__RELAIS_WEBHOOK__ALLOW_LOOPBACK", "true");
        settings.put("KC_BOOTSTRAP_ADMIN_USERNAME", AdminToken.USERNAME);
        settings.put("KC_BOOTSTRAP_ADMIN_PASSWORD", AdminToken.PASSWORD);
        settings.put(
                "KC_SPI_CIBA_AUTH_CHANNEL__CIBA_HTTP_AUTH_CHANNEL__HTTP_AUTHENTICATION_CHANNEL_URI",
                "http://127.0.0.1:" + telephonePort);
        Path log = folder().resolve(name + ".log");
        List<String> arguments = List.of("--cache=local");
        start = new ServerStart(installation, Ports.free(), settings, arguments, Memory.SMALL, log, DEADLINE);
        restart();
    }

    static ServerUnderTest shared(TestDatabases databases) {
        try {
            var options = DockerfileOptions.read(Project.docker().resolve("Dockerfile"));
            List<Path> providers = List.of(Project.jar(), ProbeJar.write(folder().resolve("relais-probe.jar")));
            var installation = KeycloakInstallation.prepare(
                    folder().resolve("keycloak"), Project.serverDist(), providers, options);
            var server = new ServerUnderTest("keycloak", databases, installation);
            Housekeeping.leaveToTests(server);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Another server with a database of its own, for what the shared one must not suffer: to be killed, to be cut off. It
     * keeps house every minute, as every server does. One for all tests; it runs, and its clock is right.
     */
    public ServerUnderTest expendable() {
        if (expendable == null) {
            expendable = new ServerUnderTest("expendable", databases, copyOfInstallation("expendable"));
        }
        if (!expendable.process().isRunning()) {
            expendable.restart();
        }
        expendable.clock().reset();
        return expendable;
    }

    /**
     * Another node on the same database. The nodes have no common cache: what one changes in a realm's settings the other may
     * not know. Whoever asks for it closes it.
     */
    public ServerUnderTest node(String nodeName) {
        return new ServerUnderTest(
                nodeName, database, databases, databases.settings(database), copyOfInstallation(nodeName));
    }

    private KeycloakInstallation copyOfInstallation(String copy) {
        try {
            return start.installation().copyTo(folder().resolve(copy));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the process, after a stop or a kill on the same ports and database. */
    public void restart() {
        try {
            process = KeycloakServer.start(start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public KeycloakServer process() {
        return process;
    }

    public URI url() {
        return process.url();
    }

    /** Where the server asks people to confirm a sign-in; a test that wants it listens there. */
    int telephonePort() {
        return telephonePort;
    }

    /** Without a token. */
    public Api api() {
        return new Api(url(), () -> null);
    }

    /** With a token of the administrator of the realm master. */
    public Api admin() {
        return new Api(url(), adminToken::value);
    }

    /** A token of that administrator, good for half a minute. */
    public String adminToken() {
        return adminToken.value();
    }

    public ServerClock clock() {
        return new ServerClock(api(), adminToken::forget);
    }

    public Statements statements() {
        return new Statements(api());
    }

    public Connection database() throws SQLException {
        return databases.connect(database);
    }

    public TestRealm freshRealm() {
        return TestRealm.fresh(this);
    }

    @Override
    public void close() {
        if (expendable != null) {
            expendable.close();
        }
        process.stop();
    }

    private static Path folder() {
        return Project.target().resolve("it");
    }
}
