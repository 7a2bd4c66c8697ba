package org.relais.keycloak.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.function.Supplier;
import org.relais.keycloak.bench.measure.Cycle;
import org.relais.keycloak.bench.measure.Goal;
import org.relais.keycloak.bench.measure.Http;
import org.relais.keycloak.bench.measure.Scenario;

/**
 * Tokens for the same people in one and the same server: for an application with the mapper of Relais, and for one with
 * Keycloak's group mapper. The refresh is the token with the least other work in it.
 */
final class Tokens {

    private static final List<Goal> GOALS = List.of(Goal.medianAtMostTimes(1.05));

    private final ServerVariant relais;
    private final TestUsers testUsers;
    private final String administrator;

    Tokens(ServerVariant relais, TestUsers testUsers) {
        this.relais = relais;
        this.testUsers = testUsers;
        this.administrator = relais.administrator();
    }

    Scenario refresh(String name) {
        return new Scenario(name, GOALS, refreshes(AcademyRealm.RELAIS_CLIENT), refreshes(AcademyRealm.STOCK_CLIENT));
    }

    Scenario signIn(String name) {
        return new Scenario(name, GOALS, signIns(AcademyRealm.RELAIS_CLIENT), signIns(AcademyRealm.STOCK_CLIENT));
    }

    void withGate() {
        enableGate(true);
    }

    void withoutGate() {
        enableGate(false);
    }

    void installGate() {
        Http.send(Http.json("POST", relais.admin("/relais/gate"), administrator, "{}"));
    }

    /** The gate's client policy, which is what looks at tokens. */
    private void enableGate(boolean enabled) {
        ObjectNode policies = (ObjectNode)
                ServerVariant.read(Http.send(Http.get(relais.admin("/client-policies/policies"), administrator)));
        for (JsonNode policy : policies.withArray("policies")) {
            ((ObjectNode) policy).put("enabled", enabled);
        }
        Http.send(Http.json("PUT", relais.admin("/client-policies/policies"), administrator, policies.toString()));
    }

    private Supplier<HttpRequest> signIns(String client) {
        Cycle<HttpRequest> requests = new Cycle<>(testUsers.assistants().stream()
                .map(person -> relais.signIn(person.username(), client))
                .toList());
        return requests::next;
    }

    private Supplier<HttpRequest> refreshes(String client) {
        List<HttpRequest> all = testUsers.assistants().stream()
                .map(person -> ServerVariant.read(Http.send(relais.signIn(person.username(), client))))
                .map(answer -> relais.refresh(answer.get("refresh_token").asText(), client))
                .toList();
        Cycle<HttpRequest> requests = new Cycle<>(all);
        return requests::next;
    }
}
