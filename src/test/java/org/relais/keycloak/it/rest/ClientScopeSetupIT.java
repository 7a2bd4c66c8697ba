package org.relais.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.Clients;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** One call puts gate and client scopes into a realm. */
@ExtendWith(RelaisServer.class)
class ClientScopeSetupIT {

    @Test
    void it_makes_what_is_missing_and_leaves_what_is_there(TestRealm realm) {
        JsonNode made =
                realm.admin().post("/relais/setup", Map.of()).expect(200).json();
        assertThat(made.at("/gate/installed").asBoolean()).isTrue();
        assertThat(made.get("clientScopes").toString()).isEqualTo("[\"relais\",\"relais-saml\"]");
        List<JsonNode> scopes = scopes(realm);
        assertThat(scopes).hasSize(2);
        String flow = browserFlow(realm);
        JsonNode changed = scopes.get(0);
        ((com.fasterxml.jackson.databind.node.ObjectNode) changed).put("description", "reworded");
        realm.admin()
                .put("/client-scopes/" + changed.get("id").asText(), changed)
                .expect(204);

        realm.admin().post("/relais/setup", Map.of()).expect(200);

        assertThat(scopes(realm))
                .hasSize(2)
                .anySatisfy(
                        scope -> assertThat(scope.get("description").asText()).isEqualTo("reworded"));
        assertThat(browserFlow(realm)).isEqualTo(flow);
    }

    @Test
    void no_client_is_told_anything_before_it_is_given_the_scope(TestRealm realm) {
        realm.admin().post("/relais/setup", Map.of()).expect(200);
        TestPerson person =
                TestPerson.aPerson().whoSignsIn().officiallyIn(GROUP).in(realm);
        realm.admin()
                .post("/clients", Map.of("clientId", "cdi", "publicClient", true, "directAccessGrantsEnabled", true))
                .expect(201);
        TestProfiles.of(realm).set("AES", "clients", "pronote-{uai}", "pmb", "cdi");
        assertThat(realm.signIn(person.username(), "cdi").groups()).isEmpty();

        Clients.of(realm).addScope("cdi", "relais");

        Tokens tokens = realm.signIn(person.username(), "cdi");
        assertThat(tokens.groups()).containsExactly(GROUP);
        assertThat(tokens.list("schools")).containsExactly("0359001U");
        assertThat(tokens.idClaims().get("groups").toString()).isEqualTo("[\"0359001U_AES\"]");
        assertThat(tokens.claims().get("scope").asText()).doesNotContain("relais");
    }

    private static List<JsonNode> scopes(TestRealm realm) {
        return realm.admin().get("/client-scopes").expect(200).json().findParents("protocol").stream()
                .filter(scope -> scope.path("name").asText().startsWith("relais") && scope.has("protocolMappers"))
                .toList();
    }

    private static String browserFlow(TestRealm realm) {
        return realm.admin().get("").expect(200).json().get("browserFlow").asText();
    }
}
