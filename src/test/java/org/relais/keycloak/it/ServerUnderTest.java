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
import org.relais.keycloak.server.Ports;
import org.relais.keycloak.server.Project;
import org.relais.keycloak.server.ServerStart;

/** A server in production mode, built as the image is, with a database of its own. */
public final class ServerUnderTest implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofMinutes(4);

    private final String name;
    private final TestDatabases databases;
    private final ServerStart start;
    private final AdminToken adminToken = new AdminToken(this);
    private final int telephonePort = Ports.free().http();
    private KeycloakServer process;

    private ServerUnderTest(String name, TestDatabases databases, KeycloakInstallation installation) {
        this.name = name;
        this.databases = databases;
        Map<String, String> settings = new HashMap<>(databases.create(name));
        settings.put("KC_BOOTSTRAP_ADMIN_USERNAME", AdminToken.USERNAME);
        settings.put("KC_BOOTSTRAP_ADMIN_PASSWORD", AdminToken.PASSWORD);
        settings.put(
                "KC_SPI_CIBA_AUTH_CHANNEL__CIBA_HTTP_AUTH_CHANNEL__HTTP_AUTHENTICATION_CHANNEL_URI",
                "http://127.0.0.1:" + telephonePort);
        Path log = folder().resolve(name + ".log");
        List<String> arguments = List.of("--cache=local");
        start = new ServerStart(installation, Ports.free(), settings, arguments, log, DEADLINE);
        restart();
    }

    static ServerUnderTest shared(TestDatabases databases) {
        try {
            var options = DockerfileOptions.read(Project.docker().resolve("Dockerfile"));
            List<Path> providers = List.of(Project.jar(), ProbeJar.write(folder().resolve("relais-probe.jar")));
            var installation = KeycloakInstallation.prepare(
                    folder().resolve("keycloak"), Project.serverDist(), providers, options);
            return new ServerUnderTest("keycloak", databases, installation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Another server with an empty database, for what the shared one must not suffer. Whoever asks for it closes it.
     *
     * @param name of its folder, its log and its database
     */
    public ServerUnderTest second(String name) {
        try {
            return new ServerUnderTest(name, databases, start.installation().copyTo(folder().resolve(name)));
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
        return databases.connect(name);
    }

    public TestRealm freshRealm() {
        return TestRealm.fresh(this);
    }

    @Override
    public void close() {
        process.stop();
    }

    private static Path folder() {
        return Project.target().resolve("it");
    }
}
