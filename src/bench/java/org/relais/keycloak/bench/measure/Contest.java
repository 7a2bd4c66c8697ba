package org.relais.keycloak.bench.measure;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.function.Supplier;

/**
 * The same asked of both sides.
 *
 * @param name  what is asked, as the report says it
 * @param goals what it was built to reach
 * @param ours  makes the next request to Relais; each with other terms or other people
 * @param stock the same for Keycloak alone
 */
public record Contest(String name, List<Goal> goals, Supplier<HttpRequest> ours, Supplier<HttpRequest> stock) {

    /** All of some contests in turn, as people use a page. */
    public static Contest mix(String name, List<Goal> goals, List<Contest> contests) {
        var ours = new Cycle<>(contests.stream().map(Contest::ours).toList());
        var stock = new Cycle<>(contests.stream().map(Contest::stock).toList());
        return new Contest(
                name, goals, () -> ours.next().get(), () -> stock.next().get());
    }
}
