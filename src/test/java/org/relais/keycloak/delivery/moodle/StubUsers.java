package org.relais.keycloak.delivery.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The accounts of the stub, with the rules a Moodle 4.5.6 was seen to keep. */
final class StubUsers {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<Long, ObjectNode> byId = new LinkedHashMap<>();
    private boolean blind;

    StubUsers() {
        put("guest", "root@localhost", "").put("auth", "manual");
        put("admin", "admin@moodle.example", "").put("auth", "manual");
        put("relais-service", "relais@moodle.example", "").put("auth", "manual");
    }

    /** Without the capabilities to view accounts nobody is found. */
    void blind(boolean now) {
        blind = now;
    }

    /** The account of ours of a user; there must not be two. */
    Optional<ObjectNode> marked(String userId) {
        List<ObjectNode> found = byId.values().stream()
                .filter(user -> user.get("idnumber").asText().equals(MoodleUser.marked(userId)))
                .toList();
        if (found.size() > 1) {
            throw new AssertionError("Two accounts of " + userId);
        }
        return found.stream().findFirst();
    }

    boolean has(long id) {
        return byId.containsKey(id);
    }

    Map<Long, ObjectNode> all() {
        return byId;
    }

    ObjectNode put(String username, String email, String idNumber) {
        ObjectNode user = JSON.createObjectNode();
        long id = byId.size() + 1L;
        user.put("id", id).put("username", username).put("email", email).put("idnumber", idNumber);
        user.put("firstname", username).put("lastname", username).put("suspended", false);
        byId.put(id, user);
        return user;
    }

    /** All or nothing. */
    JsonNode create(JsonNode rows) {
        List<JsonNode> accepted = new ArrayList<>();
        for (JsonNode row : rows) {
            requireCreatable(row, accepted);
            accepted.add(row);
        }
        ArrayNode created = JSON.createArrayNode();
        for (JsonNode row : accepted) {
            ObjectNode user = put(
                    row.path("username").asText(),
                    row.path("email").asText(),
                    row.path("idnumber").asText());
            user.put("firstname", row.path("firstname").asText())
                    .put("lastname", row.path("lastname").asText())
                    .put("auth", row.path("auth").asText("manual"));
            created.addObject()
                    .put("id", user.get("id").asLong())
                    .put("username", user.get("username").asText());
        }
        return created;
    }

    private void requireCreatable(JsonNode row, List<JsonNode> batch) {
        String username = row.path("username").asText();
        String email = row.path("email").asText();
        boolean complete = List.of("username", "firstname", "lastname", "email").stream()
                .allMatch(field -> !row.path(field).asText().isBlank()
                        && !row.path(field).asText().contains("<"));
        boolean short_ = username.length() <= 100
                && email.length() <= 100
                && row.path("firstname").asText().length() <= 100;
        boolean signsIn = row.path("auth").asText().equals("oauth2") || row.has("password");
        boolean taken = Stream.concat(byId.values().stream(), batch.stream())
                .anyMatch(user -> user.path("username").asText().equals(username)
                        || user.path("email").asText().equalsIgnoreCase(email));
        if (!complete || !short_ || !signsIn || taken || !username.matches("[a-z0-9._@-]+")) {
            throw new StubError("invalidparameter");
        }
    }

    JsonNode byField(JsonNode request) {
        String field = request.path("field").asText();
        ArrayNode found = JSON.createArrayNode();
        if (blind) {
            return found;
        }
        for (JsonNode value : request.path("values")) {
            byId.values().stream()
                    .filter(user -> user.path(field).asText().equals(value.asText())
                            && !value.asText().isEmpty())
                    .forEach(found::add);
        }
        return found;
    }

    JsonNode update(JsonNode rows) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode warnings = answer.putArray("warnings");
        for (JsonNode row : rows) {
            ObjectNode user = byId.get(row.path("id").asLong());
            if (user == null) {
                warnings.addObject().put("item", "user").put("warningcode", "invaliduserid");
                continue;
            }
            for (String field : List.of("firstname", "lastname", "email", "idnumber")) {
                if (row.has(field)) {
                    user.put(field, row.get(field).asText());
                }
            }
            if (row.has("suspended")) {
                user.put("suspended", row.get("suspended").asInt() == 1);
            }
        }
        return answer;
    }
}
