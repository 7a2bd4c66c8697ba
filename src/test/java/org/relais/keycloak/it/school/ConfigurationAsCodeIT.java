package org.relais.keycloak.it.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestProfiles;

/** The calls by which tools that keep a realm as code write it: whole, in part, and component by component. */
@ExtendWith(RelaisServer.class)
class ConfigurationAsCodeIT {

    private final String name = "code-" + UUID.randomUUID().toString().substring(0, 8);
    private Api admin;

    @AfterEach
    void the_realm_goes() {
        admin.delete("").expect(204);
    }

    @Test
    void a_realm_is_created_with_its_profiles_in_any_order(ServerUnderTest server) {
        create(
                server,
                Map.of(
                        "components",
                        Map.of(
                                TestProfiles.TYPE,
                                List.of(
                                        inRealm(
                                                "AES",
                                                Map.of(
                                                        "managedBy",
                                                        List.of("DIR"),
                                                        "clients",
                                                        List.of("pmb", "pronote-{uai}"))),
                                        inRealm("DIR", Map.of("population", List.of("OFFICIAL"))),
                                        Map.of(
                                                "name", "academy",
                                                "providerId", "relais-academy",
                                                "config", Map.of("schoolsRoot", List.of("/ecoles")))))));

        JsonNode status = admin.get("/relais/status").expect(200).json();
        assertThat(status.get("schoolsRoot").asText()).isEqualTo("/ecoles");
        assertThat(status.get("profiles").findValuesAsText("suffix")).containsExactly("AES", "DIR");
        assertThat(status.at("/profiles/0/clients")).hasSize(2);
    }

    /** keycloak-config-cli looks for a component by name and type, then creates or updates it. */
    @Test
    void the_same_components_written_again_change_nothing(ServerUnderTest server) {
        create(server, Map.of());
        for (int run = 0; run < 2; run++) {
            write(component("DIR", Map.of("population", List.of("OFFICIAL"))));
            write(component("AES", Map.of("managedBy", List.of("DIR"), "maxDays", List.of("90"))));
        }

        assertThat(components()).hasSize(2);
        assertThat(find("AES").at("/config/maxDays/0").asText()).isEqualTo("90");
        assertThat(find("AES").at("/config/managedBy/0").asText()).isEqualTo("DIR");
    }

    @Test
    void what_a_tool_leaves_out_has_its_default_again(ServerUnderTest server) {
        create(server, Map.of());
        write(component("AES", Map.of("reasonRequired", List.of("true"))));
        ObjectNode stored = find("AES");
        stored.putObject("config").putArray("labelFr").add("AESH");

        admin.put("/components/" + stored.get("id").asText(), stored).expect(204);

        JsonNode profile = admin.get("/relais/profiles").expect(200).json().get(0);
        assertThat(profile.get("labelFr").asText()).isEqualTo("AESH");
        assertThat(profile.get("population").asText()).isEqualTo("MIXED");
        assertThat(profile.get("suffix").asText()).isEqualTo("AES");
    }

    @Test
    void schools_come_with_a_partial_import(ServerUnderTest server) {
        create(server, Map.of());
        write(component("AES", Map.of()));
        Map<String, Object> school = Map.of(
                "name",
                "0359001U",
                "description",
                "Collège des Bruyères",
                "attributes",
                Map.of("uai", List.of("0359001U"), "type", List.of("CLG")),
                "subGroups",
                List.of(Map.of("name", GROUP)));

        admin.post(
                        "/partialImport",
                        Map.of(
                                "ifResourceExists",
                                "SKIP",
                                "groups",
                                List.of(Map.of(
                                        "name",
                                        "etablissements",
                                        "path",
                                        "/etablissements",
                                        "subGroups",
                                        List.of(school)))))
                .expect(200);

        JsonNode schools = admin.get("/relais/schools").expect(200).json().get("items");
        assertThat(schools.findValuesAsText("name")).containsExactly("Collège des Bruyères");
        assertThat(schools.at("/0/groups").asInt()).isEqualTo(1);
    }

    @Test
    void a_profile_that_makes_no_sense_is_refused_whoever_writes_it(ServerUnderTest server) {
        create(server, Map.of());

        Answer answer = admin.post("/components", component("AES", Map.of("latestEnd", List.of("31/08"))));

        answer.expect(400);
        assertThat(answer.json().get("errorMessage").asText()).contains("31/08");
    }

    private void create(ServerUnderTest server, Map<String, Object> more) {
        Map<String, Object> realm = new LinkedHashMap<>(more);
        realm.put("realm", name);
        realm.put("enabled", true);
        admin = server.admin().below("/admin/realms/" + name);
        server.admin().post("/admin/realms", realm).expect(201);
    }

    private void write(Map<String, Object> component) {
        JsonNode known = admin.get("/components?type=%s&name=%s".formatted(TestProfiles.TYPE, component.get("name")))
                .expect(200)
                .json();
        if (known.isEmpty()) {
            admin.post("/components", component).expect(201);
        } else {
            String id = known.get(0).get("id").asText();
            Map<String, Object> update = new LinkedHashMap<>(component);
            update.put("id", id);
            admin.put("/components/" + id, update).expect(204);
        }
    }

    private ObjectNode find(String component) {
        return (ObjectNode) admin.get("/components?type=%s&name=%s".formatted(TestProfiles.TYPE, component))
                .expect(200)
                .json()
                .get(0);
    }

    private JsonNode components() {
        return admin.get("/components?type=" + TestProfiles.TYPE).expect(200).json();
    }

    /** In a realm the type stands above its components. */
    private static Map<String, Object> inRealm(String name, Map<String, Object> config) {
        Map<String, Object> component = new LinkedHashMap<>(component(name, config));
        component.remove("providerType");
        return component;
    }

    private static Map<String, Object> component(String name, Map<String, Object> config) {
        return Map.of(
                "name", name, "providerId", "relais-profile", "providerType", TestProfiles.TYPE, "config", config);
    }
}
