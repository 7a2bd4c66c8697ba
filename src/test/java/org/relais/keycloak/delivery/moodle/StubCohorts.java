package org.relais.keycloak.delivery.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The cohorts of the stub. */
final class StubCohorts {

    private static final JsonMapper JSON = new JsonMapper();

    private final StubUsers users;
    private final Map<Long, ObjectNode> byId = new LinkedHashMap<>();
    private final Map<Long, Set<Long>> members = new LinkedHashMap<>();
    private long last = 100;

    StubCohorts(StubUsers users) {
        this.users = users;
    }

    /** All or nothing. */
    JsonNode create(JsonNode rows) {
        for (JsonNode row : rows) {
            String idNumber = row.path("idnumber").asText();
            boolean taken = byId.values().stream()
                    .anyMatch(cohort -> cohort.path("idnumber").asText().equals(idNumber));
            boolean complete = row.at("/categorytype/type").asText().equals("system")
                    && row.at("/categorytype").has("value")
                    && !row.path("name").asText().isBlank();
            boolean tooLong =
                    idNumber.length() > 100 || row.path("name").asText().length() > 254;
            if (taken || !complete || tooLong) {
                throw new StubError("invalidparameter");
            }
        }
        ArrayNode created = JSON.createArrayNode();
        for (JsonNode row : rows) {
            ObjectNode cohort = JSON.createObjectNode();
            cohort.put("id", ++last)
                    .put("name", row.path("name").asText())
                    .put("idnumber", row.path("idnumber").asText());
            cohort.put("description", row.path("description").asText());
            byId.put(last, cohort);
            members.put(last, new TreeSet<>());
            created.add(cohort);
        }
        return created;
    }

    JsonNode search(JsonNode request) {
        String query = request.path("query").asText().toLowerCase(Locale.ROOT);
        int from = request.path("limitfrom").asInt(0);
        int max = request.path("limitnum").asInt(25);
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode found = answer.putArray("cohorts");
        byId.values().stream()
                .filter(cohort -> List.of("name", "idnumber").stream()
                        .anyMatch(field -> cohort.path(field)
                                .asText()
                                .toLowerCase(Locale.ROOT)
                                .contains(query)))
                .skip(from)
                .limit(max)
                .forEach(found::add);
        return answer;
    }

    /** Good rows persist. */
    JsonNode add(JsonNode rows) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode warnings = answer.putArray("warnings");
        for (JsonNode row : rows) {
            Long cohort = cohortId(row.path("cohorttype"));
            Long user = userId(row.path("usertype"));
            if (cohort == null || user == null) {
                warnings.addObject().put("warningcode", "2").put("message", "does not exist");
            } else if (!members.get(cohort).add(user)) {
                warnings.addObject().put("warningcode", "3").put("message", "already member");
            }
        }
        return answer;
    }

    private Long cohortId(JsonNode type) {
        String field = type.path("type").asText();
        return byId.values().stream()
                .filter(cohort ->
                        cohort.path(field).asText().equals(type.path("value").asText()))
                .map(cohort -> cohort.get("id").asLong())
                .findFirst()
                .orElse(null);
    }

    private Long userId(JsonNode type) {
        String field = type.path("type").asText();
        return users.all().values().stream()
                .filter(user ->
                        user.path(field).asText().equals(type.path("value").asText()))
                .map(user -> user.get("id").asLong())
                .findFirst()
                .orElse(null);
    }

    /** All or nothing; somebody who is no member is none afterwards either. */
    JsonNode remove(JsonNode rows) {
        for (JsonNode row : rows) {
            if (!users.has(row.path("userid").asLong())) {
                throw new StubError("invaliduser");
            }
            if (!byId.containsKey(row.path("cohortid").asLong())) {
                throw new StubError("invalidrecord");
            }
        }
        rows.forEach(row -> members.get(row.path("cohortid").asLong())
                .remove(row.path("userid").asLong()));
        return NullNode.getInstance();
    }

    JsonNode members(JsonNode cohortIds) {
        ArrayNode answer = JSON.createArrayNode();
        for (JsonNode id : cohortIds) {
            if (!byId.containsKey(id.asLong())) {
                throw new StubError("invalidrecord");
            }
            ArrayNode userIds = answer.addObject().put("cohortid", id.asLong()).putArray("userids");
            members.get(id.asLong()).forEach(userIds::add);
        }
        return answer;
    }

    Set<Long> membersOf(String idNumber) {
        return byId.values().stream()
                .filter(cohort -> cohort.path("idnumber").asText().equals(idNumber))
                .findFirst()
                .map(cohort -> members.get(cohort.get("id").asLong()))
                .orElse(Set.of());
    }

    boolean has(String idNumber, long user) {
        return byId.values().stream()
                .filter(cohort -> cohort.path("idnumber").asText().equals(idNumber))
                .anyMatch(cohort -> members.get(cohort.get("id").asLong()).contains(user));
    }

    void delete(String idNumber) {
        byId.values().removeIf(cohort -> cohort.path("idnumber").asText().equals(idNumber));
    }
}
