package org.relais.keycloak.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.bench.measure.Http;
import org.relais.keycloak.bench.seed.Password;
import org.relais.keycloak.server.DockerfileOptions;
import org.relais.keycloak.server.KeycloakInstallation;
import org.relais.keycloak.server.KeycloakServer;
import org.relais.keycloak.server.Memory;
import org.relais.keycloak.server.Ports;
import org.relais.keycloak.server.Project;
import org.relais.keycloak.server.ServerStart;

/** One of the two servers, in production mode, built as the image is; they differ in one JAR. */
final class ServerVariant implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final ServerStart start;
    private KeycloakServer server;

    private ServerVariant(ServerStart start) {
        this.start = start;
    }

    /** @param providers the JARs in which the servers differ */
    static ServerVariant of(String name, List<Path> providers, Map<String, String> database) throws IOException {
        Path folder = Project.target().resolve("bench");
        var options = DockerfileOptions.read(Project.docker().resolve("Dockerfile"));
        var installation = KeycloakInstallation.prepare(folder.resolve(name), Project.serverDist(), providers, options);
        Map<String, String> settings = new HashMap<>(database);
        settings.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        settings.put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
        Path log = folder.resolve(name + ".log");
        return new ServerVariant(new ServerStart(
                installation, Ports.free(), settings, List.of("--cache=local"), Memory.OF_A_CONTAINER, log, DEADLINE));
    }

    void start() throws IOException {
        server = KeycloakServer.start(start);
    }

    void stop() {
        server.stop();
    }

    /** An address below the realm, {@code /realms/academie…}. */
    URI realm(String path) {
        return server.url().resolve("/realms/" + AcademyRealm.NAME + path);
    }

    /** An address below the realm for administrators, {@code /admin/realms/academie…}. */
    URI admin(String path) {
        return server.url().resolve("/admin/realms/" + AcademyRealm.NAME + path);
    }

    /** The realm does not exist yet: this is the administrator of the realm master. */
    void create(JsonNode realm) {
        URI token = server.url().resolve("/realms/master/protocol/openid-connect/token");
        JsonNode answer = read(
                Http.send(Http.form(token, "grant_type=password&client_id=admin-cli&username=admin&password=admin")));
        Http.send(Http.json(
                "POST",
                server.url().resolve("/admin/realms"),
                answer.get("access_token").asText(),
                realm.toString()));
    }

    HttpRequest signIn(String username, String client) {
        return Http.form(
                realm("/protocol/openid-connect/token"),
                "grant_type=password&scope=openid&client_id=%s&username=%s&password=%s"
                        .formatted(client, encode(username), Password.PLAIN));
    }

    HttpRequest refresh(String refreshToken, String client) {
        return Http.form(
                realm("/protocol/openid-connect/token"),
                "grant_type=refresh_token&client_id=%s&refresh_token=%s".formatted(client, refreshToken));
    }

    String token(String username) {
        return read(Http.send(signIn(username, AcademyRealm.API_CLIENT)))
                .get("access_token")
                .asText();
    }

    String administrator() {
        return token(AcademyRealm.ADMINISTRATOR);
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(json, e);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
    }
}
