package org.relais.keycloak.it.support.server;

import static org.relais.keycloak.it.support.people.DemoNames.ADMINISTRATOR;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT_ELSEWHERE;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD_ELSEWHERE;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.TEACHER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.server.Project;

/** The demo's realm, changed so that it can be there many times and that a test can sign in without a browser. */
final class RealmTemplate {

    static final Set<String> PEOPLE =
            Set.of(HEAD, HEAD_ELSEWHERE, ASSISTANT, OTHER_ASSISTANT, ASSISTANT_ELSEWHERE, TEACHER, ADMINISTRATOR);

    /** What the demo has of the gate; a test that wants the gate installs it. */
    private static final List<String> GATE =
            List.of("browserFlow", "authenticationFlows", "requiredActions", "clientProfiles", "clientPolicies");

    private RealmTemplate() {}

    static ObjectNode named(String name) {
        try {
            Path folder = Project.docker().resolve("realm");
            Path file = files(folder, "-realm.json").get(0);
            String old = Api.JSON.readTree(file.toFile()).get("realm").asText();
            ObjectNode realm = renamed(file, old, name);
            ArrayNode users = realm.withArray("users");
            keepNamed(users);
            for (Path more : files(folder, ".json")) {
                if (more.getFileName().toString().contains("-users-")) {
                    addNamed(users, renamed(more, old, name).path("users"));
                }
            }
            realm.remove(GATE);
            withoutIds(realm);
            realm.remove("smtpServer");
            // Watching for attacks, Keycloak refuses who signs in again before its other thread has noted the last
            // time.
            realm.put("bruteForceProtected", false);
            TestClients.addTo(realm);
            return realm;
        } catch (IOException e) {
            throw new UncheckedIOException("The demo realm cannot be read", e);
        }
    }

    /** Addresses, the role that everybody has, and the realm itself carry its name. */
    private static ObjectNode renamed(Path file, String old, String name) throws IOException {
        ObjectNode renamed = (ObjectNode) Api.JSON.readTree(Files.readString(file)
                .replace("/realms/" + old + "/", "/realms/" + name + "/")
                .replace("/admin/" + old + "/", "/admin/" + name + "/")
                .replace("\"default-roles-" + old + "\"", "\"default-roles-" + name + "\""));
        return renamed.put("realm", name);
    }

    private static void keepNamed(ArrayNode users) {
        ArrayNode all = users.deepCopy();
        users.removeAll();
        addNamed(users, all);
    }

    private static void addNamed(ArrayNode users, JsonNode candidates) {
        for (JsonNode user : candidates) {
            boolean service = user.has("serviceAccountClientId");
            if (service || PEOPLE.contains(user.path("username").asText())) {
                users.add(user);
            }
        }
    }

    /** Ids are unique in a database; Keycloak makes new ones where none is given. */
    private static void withoutIds(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("id");
            object.remove("containerId");
            object.properties().forEach(field -> {
                if (!Set.of("config", "attributes").contains(field.getKey())) {
                    withoutIds(field.getValue());
                }
            });
        } else {
            node.forEach(RealmTemplate::withoutIds);
        }
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
