package org.relais.keycloak.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The realm of a running demo, spoken to over HTTP. */
final class DemoAcademy {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI server;

    DemoAcademy(URI server) {
        this.server = server;
    }

    /** Lets the applications of the demo run at another address than the demo's own. */
    void acceptRedirectsTo(URI app) {
        String token = tokenOfAdministrator();
        for (JsonNode client : send("GET", "/admin/realms/academie/clients", token, null)) {
            if (client.path("redirectUris").toString().contains(":8081")) {
                ((ObjectNode) client).withArray("redirectUris").add(app + "*");
                ((ObjectNode) client).withArray("webOrigins").add(app.toString().replaceAll("/$", ""));
                send(
                        "PUT",
                        "/admin/realms/academie/clients/" + client.path("id").asText(),
                        token,
                        client);
            }
        }
    }

    /** Gives a person an access in a group the caller manages; returns the id of the grant. */
    String give(String token, String group, String username) {
        JsonNode person = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> find(token, username), found -> !found.isMissingNode());
        Map<String, Object> change =
                Map.of("add", List.of(Map.of("userId", person.path("id").asText())), "reason", "En attente");
        return send("POST", "/realms/academie/relais/groups/" + groupId(token, group) + "/changes", token, change)
                .path("granted")
                .get(0)
                .path("id")
                .asText();
    }

    /** The server has just started: its people are in the index some seconds later. */
    private JsonNode find(String token, String username) {
        return send("GET", "/realms/academie/relais/people?q=" + username, token, null)
                .at("/items/0");
    }

    void end(String token, String grant) {
        send("DELETE", "/realms/academie/relais/grants/" + grant, token, null);
    }

    private String groupId(String token, String name) {
        for (JsonNode group :
                send("GET", "/realms/academie/relais/groups", token, null).path("items")) {
            if (group.path("name").asText().equals(name)) {
                return group.path("id").asText();
            }
        }
        throw new AssertionError("The caller does not manage " + name);
    }

    private String tokenOfAdministrator() {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=admin&password=admin"))
                .build();
        return "Bearer " + answer(request).path("access_token").asText();
    }

    private JsonNode send(String method, String path, String token, Object body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                    .header("Authorization", token)
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            return answer(request);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JsonNode answer(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError(request.method() + " " + request.uri() + " answered " + response.statusCode()
                        + ": " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
