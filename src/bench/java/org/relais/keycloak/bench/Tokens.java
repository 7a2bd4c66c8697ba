package org.relais.keycloak.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.function.Supplier;
import org.relais.keycloak.bench.measure.Contest;
import org.relais.keycloak.bench.measure.Cycle;
import org.relais.keycloak.bench.measure.Goal;
import org.relais.keycloak.bench.measure.Http;

/**
 * Tokens for the same people in one and the same server: for an application with the mapper of Relais, and for one with
 * Keycloak's group mapper. The refresh is the token with the least other work in it.
 */
final class Tokens {

    private static final List<Goal> GOALS = List.of(Goal.medianAtMostTimes(1.05));

    private final Side relais;
    private final Cast cast;
    private final String administrator;

    Tokens(Side relais, Cast cast) {
        this.relais = relais;
        this.cast = cast;
        this.administrator = relais.administrator();
    }

    Contest refresh(String name) {
        return new Contest(name, GOALS, refreshes(AcademyRealm.RELAIS_CLIENT), refreshes(AcademyRealm.STOCK_CLIENT));
    }

    Contest signIn(String name) {
        return new Contest(name, GOALS, signIns(AcademyRealm.RELAIS_CLIENT), signIns(AcademyRealm.STOCK_CLIENT));
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
        ObjectNode policies =
                (ObjectNode) Side.read(Http.send(Http.get(relais.admin("/client-policies/policies"), administrator)));
        for (JsonNode policy : policies.withArray("policies")) {
            ((ObjectNode) policy).put("enabled", enabled);
        }
        Http.send(Http.json("PUT", relais.admin("/client-policies/policies"), administrator, policies.toString()));
    }

    private Supplier<HttpRequest> signIns(String client) {
        Cycle<HttpRequest> requests = new Cycle<>(cast.assistants().stream()
                .map(person -> relais.signIn(person.username(), client))
                .toList());
        return requests::next;
    }

    private Supplier<HttpRequest> refreshes(String client) {
        List<HttpRequest> all = cast.assistants().stream()
                .map(person -> Side.read(Http.send(relais.signIn(person.username(), client))))
                .map(answer -> relais.refresh(answer.get("refresh_token").asText(), client))
                .toList();
        Cycle<HttpRequest> requests = new Cycle<>(all);
        return requests::next;
    }
}
