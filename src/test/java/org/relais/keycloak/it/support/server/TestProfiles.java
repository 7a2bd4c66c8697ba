package org.relais.keycloak.it.support.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;

/** The profiles of a realm as components of the Admin API. */
public final class TestProfiles {

    public static final String TYPE = "org.relais.keycloak.school.SchoolComponent";

    private final Api admin;

    private TestProfiles(Api admin) {
        this.admin = admin;
    }

    public static TestProfiles of(TestRealm realm) {
        return new TestProfiles(realm.admin());
    }

    /** With the rights and the language of somebody else than the first administrator. */
    public static TestProfiles by(Api admin) {
        return new TestProfiles(admin);
    }

    /** A new profile, not sent yet. */
    public static ObjectNode aProfile(String suffix) {
        ObjectNode component = Api.JSON.createObjectNode();
        component.put("name", suffix).put("providerType", TYPE).put("providerId", "relais-profile");
        return with(component, "suffix", suffix);
    }

    public static ObjectNode with(ObjectNode component, String setting, String... values) {
        ArrayNode list = component.withObject("/config").putArray(setting);
        for (String value : values) {
            list.add(value);
        }
        return component;
    }

    public Answer create(JsonNode component) {
        return admin.post("/components", component);
    }

    public Answer update(JsonNode component) {
        return admin.put("/components/" + component.get("id").asText(), component);
    }

    public Answer delete(JsonNode component) {
        return admin.delete("/components/" + component.get("id").asText());
    }

    /** The stored component of a name. */
    public ObjectNode named(String name) {
        JsonNode found = admin.get("/components?type=" + TYPE + "&name=" + name)
                .expect(200)
                .json();
        if (found.size() != 1) {
            throw new AssertionError("One component called %s expected: %s".formatted(name, found));
        }
        return (ObjectNode) found.get(0);
    }

    public void set(String profile, String setting, String... values) {
        update(with(named(profile), setting, values)).expect(204);
    }

    /** Whatever today is, accesses of these profiles may last until this day. */
    public void allowUntil(LocalDate latest, String... profiles) {
        for (String profile : profiles) {
            set(profile, "latestEnd", DateTimeFormatter.ofPattern("MM-dd").format(latest));
        }
    }
}
