package org.relais.keycloak.delivery.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import org.relais.keycloak.delivery.target.Access;
import org.relais.keycloak.delivery.target.DesiredState;

/**
 * What a webhook says, as a CloudEvent 1.0 in JSON: what somebody has now, not what has changed, so that a lost or doubled
 * event does no harm.
 */
final class AccessEvent {

    static final String ACCESS = "org.relais.access.v1";
    static final String TEST = "org.relais.test.v1";
    private static final JsonMapper JSON = new JsonMapper();

    private final String source;
    private final Set<PersonalField> fields;

    AccessEvent(String source, Set<PersonalField> fields) {
        this.source = source;
        this.fields = fields;
    }

    String of(DesiredState person, String id, Instant now) {
        ObjectNode event = event(ACCESS, id, now).put("subject", person.userId());
        ObjectNode data = event.putObject("data");
        data.put("userId", person.userId()).put("open", person.isWelcome());
        if (person.account() != null) {
            fields.forEach(field -> data.put(field.key(), field.of(person.account())));
        }
        ArrayNode accesses = data.putArray("accesses");
        for (Access access : person.accesses()) {
            accesses.addObject()
                    .put("group", access.group())
                    .put("uai", access.remoteGroup().uai())
                    .put("profile", access.profile())
                    .put(
                            "endsOn",
                            access.endsOn() == null ? null : access.endsOn().toString());
        }
        return text(event);
    }

    String test(String id, Instant now) {
        ObjectNode event = event(TEST, id, now);
        event.putObject("data");
        return text(event);
    }

    private ObjectNode event(String type, String id, Instant now) {
        return JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", source)
                .put("type", type)
                .put("time", now.toString())
                .put("datacontenttype", "application/json");
    }

    private static String text(ObjectNode event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
