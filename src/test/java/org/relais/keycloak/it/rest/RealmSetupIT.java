package org.relais.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;

/** A realm that knows nothing of early access is set up in one call. */
@ExtendWith(RelaisServer.class)
class RealmSetupIT {

    private final String name = "bare-" + UUID.randomUUID().toString().substring(0, 8);
    private Api master;
    private Api admin;

    @BeforeEach
    void a_bare_realm_is_there(ServerUnderTest server) {
        master = server.admin();
        master.post("/admin/realms", Map.of("realm", name, "enabled", true)).expect(201);
        admin = master.below("/admin/realms/" + name);
    }

    @AfterEach
    void the_realm_goes() {
        admin.delete("").expect(204);
    }

    @Test
    void a_realm_gets_profiles_and_a_gate_that_only_observes() {
        assertThat(status().get("configured").asBoolean()).isFalse();
        assertThat(status().get("mayConfigure").asBoolean()).isTrue();
        assertThat(status().get("mayManage").asBoolean()).isTrue();

        JsonNode setup = admin.post("/relais/setup", null).expect(200).json();

        assertThat(texts(setup.get("created")))
                .containsExactly("academy", "DIR", "ENS", "eleves-invites", "AES", "ASH");
        assertThat(setup.at("/gate/observes").asBoolean()).isTrue();
        JsonNode status = status();
        assertThat(status.get("configured").asBoolean()).isTrue();
        assertThat(status.at("/gate/installed").asBoolean()).isTrue();
        assertThat(status.get("profiles").findValuesAsText("suffix"))
                .containsExactly("AES", "ASH", "DIR", "eleves-invites", "ENS");
        assertThat(status.at("/profiles/0/managedBy/0").asText()).isEqualTo("DIR");
    }

    @Test
    void a_second_call_changes_nothing() {
        admin.post("/relais/setup", null).expect(200);
        String before = admin.get("/components").text()
                + admin.get("/authentication/flows").text();

        JsonNode second = admin.post("/relais/setup", null).expect(200).json();

        assertThat(second.get("created")).isEmpty();
        assertThat(admin.get("/components").text()
                        + admin.get("/authentication/flows").text())
                .isEqualTo(before);
    }

    @Test
    void the_first_school_is_ready_for_its_head_after_that() {
        admin.post("/relais/setup", null).expect(200);

        admin.send("POST", "/relais/schools/import", "text/csv", "uai;name\n0560080Y;Collège")
                .expect(200);

        Awaitility.await()
                .untilAsserted(() -> assertThat(admin.get("/relais/schools")
                                .expect(200)
                                .json()
                                .at("/items/0/groups")
                                .asInt())
                        .isEqualTo(5));
    }

    private JsonNode status() {
        return admin.get("/relais/status").expect(200).json();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
