package org.relais.keycloak.it.support.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.relais.keycloak.it.support.assertion.Statements;
import org.relais.keycloak.it.support.assertion.TestMetrics;
import org.relais.keycloak.it.support.protocol.AdminToken;
import org.relais.keycloak.it.support.protocol.Api;
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
    private final int cibaDevicePort = Ports.free().http();
    private KeycloakServer process;
    private ServerUnderTest expendable;
    private boolean keepsHouse = true;

    private ServerUnderTest(
            String name, TestDatabases databases, KeycloakInstallation installation, List<String> cache) {
        this(name, name, databases, databases.create(name), installation, cache);
    }

    private ServerUnderTest(
            String name,
            String database,
            TestDatabases databases,
            Map<String, String> connection,
            KeycloakInstallation installation,
            List<String> cache) {
        this.database = database;
        this.databases = databases;
        Map<String, String> settings = new HashMap<>(connection);
        settings.put("KC_SPI_RELAIS_TARGET__RELAIS_WEBHOOK__ALLOW_LOOPBACK", "true");
        settings.put("KC_VAULT_DIR", Vault.folder().toString());
        settings.put("KC_BOOTSTRAP_ADMIN_USERNAME", AdminToken.USERNAME);
        settings.put("KC_BOOTSTRAP_ADMIN_PASSWORD", AdminToken.PASSWORD);
        settings.put(
                "KC_SPI_CIBA_AUTH_CHANNEL__CIBA_HTTP_AUTH_CHANNEL__HTTP_AUTHENTICATION_CHANNEL_URI",
                "http://127.0.0.1:" + cibaDevicePort);
        Path log = folder().resolve(name + ".log");
        start = new ServerStart(installation, Ports.free(), settings, cache, Memory.SMALL, log, DEADLINE);
        restart();
    }

    static ServerUnderTest shared(TestDatabases databases) {
        var server = built("keycloak", databases, Map.of());
        Housekeeping.leaveToTests(server);
        server.keepsHouse = false;
        return server;
    }

    /**
     * Another server with a database of its own, built with other features of Keycloak; that takes most of a minute. Whoever asks
     * for it closes it.
     *
     * @param on  {@code docker,oid4vc-vci}
     * @param off {@code client-policies}
     */
    public ServerUnderTest withFeatures(String name, String on, String off) {
        return built(name, databases, Map.of("KC_FEATURES", on, "KC_FEATURES_DISABLED", off));
    }

    private static ServerUnderTest built(String name, TestDatabases databases, Map<String, String> features) {
        try {
            var options = DockerfileOptions.read(Project.docker().resolve("Dockerfile"));
            options.put("KC_VAULT", "file");
            options.putAll(features);
            List<Path> providers = List.of(Project.jar(), ProbeJar.write(folder().resolve("relais-probe.jar")));
            var installation =
                    KeycloakInstallation.prepare(folder().resolve(name), Project.serverDist(), providers, options);
            return new ServerUnderTest(name, databases, installation, List.of("--cache=local"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has said since its last start. */
    public String log() {
        try {
            return Files.readString(start.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Another server with a database of its own, for what the shared one must not suffer: to be killed, to be cut off. It
     * keeps house every minute, as every server does, and is in a cluster with its {@link #node nodes}. One for all tests; it
     * runs, and its clock is right.
     */
    public ServerUnderTest expendable() {
        if (expendable == null) {
            expendable = new ServerUnderTest("expendable", databases, copyOfInstallation("expendable"), inACluster());
        }
        if (!expendable.process().isRunning()) {
            expendable.restart();
        }
        expendable.clock().reset();
        return expendable;
    }

    /** Another node of the expendable server's cluster, on the same database. Whoever asks for it closes it. */
    public ServerUnderTest node(String nodeName) {
        var node = new ServerUnderTest(
                nodeName,
                database,
                databases,
                databases.settings(database),
                copyOfInstallation(nodeName),
                inACluster());
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> node.metrics().value("vendor_cluster_size") == 2);
        return node;
    }

    /** The nodes find one another in the database. */
    private static List<String> inACluster() {
        return List.of(
                "--cache=ispn",
                "--cache-embedded-network-bind-address=127.0.0.1",
                "--cache-embedded-network-bind-port=" + Ports.ofANode());
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

    /** Whether it does by itself, every minute, what {@link Housekeeping} does. */
    boolean keepsHouse() {
        return keepsHouse;
    }

    public KeycloakServer process() {
        return process;
    }

    public URI url() {
        return process.url();
    }

    /** Where the server asks people to confirm a sign-in; a test that wants it listens there. */
    public int cibaDevicePort() {
        return cibaDevicePort;
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
        return new Statements(api(), this::forgetRealms);
    }

    /** Empties Keycloak's cache of realms. One that is full of what others asked for takes nothing new, and all is read again. */
    public void forgetRealms() {
        admin().post("/admin/realms/master/clear-realm-cache", null).expect(204);
    }

    /** What it measures, as it stands now. */
    public TestMetrics metrics() {
        return TestMetrics.parse(new Api(process.management(), () -> null)
                .get("/metrics")
                .expect(200)
                .text());
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
