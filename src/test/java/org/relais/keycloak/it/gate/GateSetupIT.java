package org.relais.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Flows;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;

/** The gate is installed again after administrators have changed what it stands in. */
@ExtendWith(RelaisServer.class)
class GateSetupIT {

    private static final String OWN = "deux facteurs";
    private static final String OWN_STEP = "allow-access-authenticator";

    private final String name = "gate-" + UUID.randomUUID().toString().substring(0, 8);
    private Api admin;
    private Flows flows;

    @BeforeEach
    void a_realm_with_the_gate_is_there(ServerUnderTest server) {
        server.admin()
                .post("/admin/realms", Map.of("realm", name, "enabled", true))
                .expect(201);
        admin = server.admin().below("/admin/realms/" + name);
        flows = new Flows(admin);
        assertThat(install()).isTrue();
    }

    @AfterEach
    void the_realm_goes() {
        admin.delete("").expect(204);
    }

    @Test
    void a_flow_that_was_bound_since_stays_the_way_in_and_is_guarded() {
        String before = flows.bound();
        flows.copy("browser", OWN);
        flows.add(OWN, OWN_STEP);
        flows.bind(OWN);
        assertThat(isInstalled()).isFalse();

        assertThat(install()).isTrue();

        String now = flows.bound();
        assertThat(now).isNotEqualTo(before).isNotEqualTo(OWN);
        assertThat(flows.required(now)).endsWith(OWN_STEP, "relais-gate");
        assertThat(flows.required(OWN)).endsWith(OWN_STEP);
        assertThat(install()).isTrue();
        assertThat(flows.bound()).isEqualTo(now);
    }

    @Test
    void the_stock_flow_that_was_bound_again_is_guarded_by_another_flow_of_ours() {
        flows.bind("browser");

        assertThat(admin.post("/relais/setup", null)
                        .expect(200)
                        .json()
                        .at("/gate/installed")
                        .asBoolean())
                .isTrue();

        assertThat(flows.bound()).isEqualTo("relais browser 2");
        assertThat(flows.required("relais browser 2")).endsWith("relais-gate");
    }

    @Test
    void a_step_that_was_taken_out_is_put_back_at_its_place() {
        String ours = flows.bound();
        flows.removeGate(ours);
        assertThat(isInstalled()).isFalse();

        assertThat(install()).isTrue();

        assertThat(flows.bound()).isEqualTo(ours);
        assertThat(flows.required(ours)).endsWith("relais-gate");
    }

    @Test
    void a_step_that_was_disabled_is_required_again() {
        String ours = flows.bound();
        flows.disableGate(ours);
        assertThat(isInstalled()).isFalse();

        assertThat(install()).isTrue();

        assertThat(flows.bound()).isEqualTo(ours);
        assertThat(flows.required(ours)).endsWith("relais-gate");
    }

    @ParameterizedTest
    @EnumSource
    void client_policies_that_do_not_refuse_any_more_are_no_gate_and_are_put_right(Damage damage) {
        damage.change(admin);
        assertThat(isInstalled()).isFalse();

        assertThat(install()).isTrue();

        assertThat(isInstalled()).isTrue();
    }

    @Test
    void what_an_administrator_has_added_to_the_profile_stays() {
        change(admin, "profiles", profile -> {
            profile.withArray("executors").removeAll();
            profile.withArray("executors")
                    .addObject()
                    .put("executor", "pkce-enforcer")
                    .putObject("configuration");
        });

        assertThat(install()).isTrue();

        assertThat(admin.get("/client-policies/profiles").expect(200).json().findValuesAsText("executor"))
                .containsExactly("pkce-enforcer", "relais-gate");
    }

    private enum Damage {
        POLICY_OFF("policies", policy -> policy.put("enabled", false)),
        NO_CONDITION("policies", policy -> policy.putArray("conditions")),
        THE_OPPOSITE_CONDITION(
                "policies",
                policy -> ((ObjectNode) policy.at("/conditions/0/configuration")).put("is-negative-logic", true)),
        NO_PROFILE_IN_IT("policies", policy -> policy.putArray("profiles")),
        NO_EXECUTOR("profiles", profile -> profile.putArray("executors")),
        NO_SUCH_PROFILE("profiles", profile -> profile.put("name", "autre"));

        private final String where;
        private final Consumer<ObjectNode> what;

        Damage(String where, Consumer<ObjectNode> what) {
            this.where = where;
            this.what = what;
        }

        void change(Api admin) {
            GateSetupIT.change(admin, where, what);
        }
    }

    private static void change(Api admin, String where, Consumer<ObjectNode> what) {
        JsonNode all = admin.get("/client-policies/" + where).expect(200).json();
        what.accept((ObjectNode) all.at("/" + where + "/0"));
        admin.put("/client-policies/" + where, all).expect(204);
    }

    private boolean install() {
        return admin.post("/relais/gate", Map.of())
                .expect(200)
                .json()
                .get("installed")
                .asBoolean();
    }

    private boolean isInstalled() {
        return admin.get("/relais/status")
                .expect(200)
                .json()
                .at("/gate/installed")
                .asBoolean();
    }
}
