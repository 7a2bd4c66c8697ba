package org.relais.keycloak.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ways in that do not pass the gate are told to the administrator. */
@ExtendWith(RelaisServer.class)
class GateGapsIT {

    @Test
    void they_are_named_with_the_remedy_until_they_are_closed(TestRealm realm) {
        GuardedClients.addTo(realm);
        assertThat(warnings(realm)).isEmpty();

        setFlow(realm, GuardedClients.SAML, flow(realm, "browser"));
        Clients.of(realm).setAttribute(GuardedClients.SAML, "saml.allow.ecp.flow", "true");
        try (OtherRealm elsewhere = OtherRealm.of(realm)) {
            elsewhere.add("quelquun");
            assertThat(warnings(realm))
                    .containsExactlyInAnyOrder(
                            "warning-gate-own-flow " + GuardedClients.SAML,
                            "warning-gate-ecp " + GuardedClients.SAML,
                            "warning-gate-provider " + OtherRealm.ALIAS);

            setFlow(realm, GuardedClients.SAML, flow(realm, "relais browser"));
            Clients.of(realm).setAttribute(GuardedClients.SAML, "saml.allow.ecp.flow", "false");
            realm.admin().post("/relais/gate", Map.of()).expect(200);

            assertThat(warnings(realm)).isEmpty();
        }
    }

    private static List<String> warnings(TestRealm realm) {
        JsonNode warnings =
                realm.admin().get("/relais/status").expect(200).json().get("warnings");
        return warnings.findParents("code").stream()
                .filter(it -> it.get("code").asText().startsWith("warning-gate-"))
                .map(it -> it.get("code").asText() + " " + it.path("field").asText())
                .toList();
    }

    private static void setFlow(TestRealm realm, String clientId, String flowId) {
        ObjectNode client = Clients.of(realm).find(clientId);
        client.putObject("authenticationFlowBindingOverrides").put("browser", flowId);
        realm.admin().put("/clients/" + client.get("id").asText(), client).expect(204);
    }

    private static String flow(TestRealm realm, String alias) {
        for (JsonNode flow :
                realm.admin().get("/authentication/flows").expect(200).json()) {
            if (flow.get("alias").asText().equals(alias)) {
                return flow.get("id").asText();
            }
        }
        throw new AssertionError("No flow " + alias);
    }
}
