package org.relais.keycloak.it.school;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** The configuration goes with the realm: what Keycloak exports it takes back, whatever the order of the profiles. */
@ExtendWith(RelaisServer.class)
class RealmExportIT {

    @Test
    void an_exported_realm_is_imported_with_its_profiles_in_any_order(TestRealm realm) {
        JsonNode exported = realm.admin()
                .post("/partial-export?exportClients=true&exportGroupsAndRoles=true", null)
                .expect(200)
                .json();
        JsonNode components = exported.at("/components").get(TestProfiles.TYPE);
        assertThat(components).hasSize(9);
        List<JsonNode> profiles = new ArrayList<>();
        components.forEach(profiles::add);
        for (int seed = 0; seed < 3; seed++) {
            Collections.shuffle(profiles, new Random(seed));
            importedUnder(realm, realm.name() + "-" + seed, exported.deepCopy(), profiles);
        }
    }

    @Test
    void a_realm_with_a_profile_that_makes_no_sense_is_not_imported(TestRealm realm) {
        JsonNode exported = realm.admin()
                .post("/partial-export?exportClients=true&exportGroupsAndRoles=true", null)
                .expect(200)
                .json();
        List<JsonNode> profiles = new ArrayList<>();
        exported.at("/components").get(TestProfiles.TYPE).forEach(profiles::add);
        profiles.add(TestProfiles.with(TestProfiles.aProfile("X"), "clients", "gar"));
        String name = realm.name() + "-bad";

        Answer answer = realm.server().admin().post("/admin/realms", copy(realm, name, exported, profiles));

        assertThat(answer.status()).isBetween(400, 499);
        realm.server().admin().get("/admin/realms/" + name).expect(404);
    }

    private static void importedUnder(TestRealm realm, String name, JsonNode exported, List<JsonNode> profiles) {
        Api admin = realm.server().admin();
        admin.post("/admin/realms", copy(realm, name, exported, profiles)).expect(201);
        try {
            JsonNode before = realm.admin().get("/relais/status").expect(200).json();
            JsonNode after = admin.get("/admin/realms/" + name + "/relais/status")
                    .expect(200)
                    .json();
            assertThat(after.get("profiles")).isEqualTo(before.get("profiles"));
            assertThat(warnings(after)).isEqualTo(warnings(before));
            assertThat(after.get("profiles")).hasSize(8);
        } finally {
            admin.delete("/admin/realms/" + name).expect(204);
        }
    }

    /** Without heads: Keycloak exports no people here. */
    private static List<String> warnings(JsonNode status) {
        List<String> warnings = new ArrayList<>();
        status.get("warnings").forEach(warning -> {
            if (!warning.get("code").asText().equals("warning-no-head")) {
                warnings.add(warning.toString());
            }
        });
        return warnings;
    }

    private static ObjectNode copy(TestRealm realm, String name, JsonNode exported, List<JsonNode> profiles) {
        ObjectNode copy = (ObjectNode) withoutIds(exported.deepCopy());
        ArrayNode components = copy.withObject("/components").putArray(TestProfiles.TYPE);
        profiles.forEach(profile -> components.add(withoutIds(profile.deepCopy())));
        copy.put("realm", name);
        try {
            String text = Api.JSON.writeValueAsString(copy).replace(realm.name() + "\"", name + "\"");
            return (ObjectNode)
                    Api.JSON.readTree(text.replace("/realms/" + realm.name() + "/", "/realms/" + name + "/"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ids are unique in a database. */
    private static JsonNode withoutIds(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("id", "containerId", "parentId"));
            object.properties().forEach(field -> {
                if (!Set.of("config", "attributes").contains(field.getKey())) {
                    withoutIds(field.getValue());
                }
            });
        } else {
            node.forEach(RealmExportIT::withoutIds);
        }
        return node;
    }
}
