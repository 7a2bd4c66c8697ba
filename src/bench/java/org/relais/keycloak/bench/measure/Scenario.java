package org.relais.keycloak.bench.measure;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.function.Supplier;

/**
 * The same asked of both servers.
 *
 * @param name  what is asked, as the report says it
 * @param goals what it was built to reach
 * @param ours  makes the next request to Relais; each with other terms or other people
 * @param stock the same for Keycloak alone
 */
public record Scenario(String name, List<Goal> goals, Supplier<HttpRequest> ours, Supplier<HttpRequest> stock) {

    /** All of some scenarios in turn, as people use a page. */
    public static Scenario mix(String name, List<Goal> goals, List<Scenario> scenarios) {
        var ours = new Cycle<>(scenarios.stream().map(Scenario::ours).toList());
        var stock = new Cycle<>(scenarios.stream().map(Scenario::stock).toList());
        return new Scenario(
                name, goals, () -> ours.next().get(), () -> stock.next().get());
    }
}
