package org.relais.keycloak.it.support.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.it.support.protocol.Api;

/** The authentication flows of a realm as the stock Admin API handles them. */
public record Flows(Api admin) {

    private static final String GATE = "relais-gate";

    public static Flows of(TestRealm realm) {
        return new Flows(realm.admin());
    }

    /** A copy that administrators may change. */
    public void copy(String alias, String newAlias) {
        admin.post("/authentication/flows/%s/copy".formatted(path(alias)), Map.of("newName", newAlias))
                .expect(201);
    }

    /** A required step after all others. */
    public void add(String alias, String step) {
        admin.post("/authentication/flows/%s/executions/execution".formatted(path(alias)), Map.of("provider", step))
                .expect(201);
        require(alias, step, "REQUIRED");
    }

    public void addGate(String alias) {
        add(alias, GATE);
    }

    public void disableGate(String alias) {
        require(alias, GATE, "DISABLED");
    }

    public void removeGate(String alias) {
        admin.delete("/authentication/executions/" + step(alias, GATE).get("id").asText())
                .expect(204);
    }

    private static String path(String alias) {
        return Api.encode(alias).replace("+", "%20");
    }

    private void require(String alias, String step, String requirement) {
        admin.put(
                        "/authentication/flows/%s/executions".formatted(path(alias)),
                        step(alias, step).put("requirement", requirement))
                .expect(204);
    }

    /** The required steps of a flow and of the flows below it, in their order. */
    public List<String> required(String alias) {
        return steps(alias).findParents("requirement").stream()
                .filter(step -> step.get("requirement").asText().equals("REQUIRED") && step.has("providerId"))
                .map(step -> step.get("providerId").asText())
                .toList();
    }

    public String bound() {
        return admin.get("").expect(200).json().get("browserFlow").asText();
    }

    public void bind(String alias) {
        admin.put("", Map.of("browserFlow", alias)).expect(204);
    }

    public String id(String alias) {
        return admin.get("/authentication/flows").expect(200).json().findParents("alias").stream()
                .filter(flow -> flow.get("alias").asText().equals(alias))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
    }

    private ObjectNode step(String alias, String provider) {
        return (ObjectNode) steps(alias).findParents("providerId").stream()
                .filter(step -> step.get("providerId").asText().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode steps(String alias) {
        return admin.get("/authentication/flows/%s/executions".formatted(path(alias)))
                .expect(200)
                .json();
    }
}
