package org.relais.keycloak.bench.measure;

/**
 * How both servers did.
 *
 * @param ours        one client
 * @param stock       one client, in turn with ours
 * @param oursConcurrently  answers a second with many clients; 0 if not measured
 * @param stockConcurrently the same for Keycloak alone
 */
public record Result(Scenario scenario, Series ours, Series stock, double oursConcurrently, double stockConcurrently) {

    public String name() {
        return scenario.name();
    }

    /** How many times longer the stock median is: below 1, Relais is the slower one. */
    public double ratio() {
        return stock.median() / ours.median();
    }

    public double ratioConcurrently() {
        return oursConcurrently / stockConcurrently;
    }

    public boolean isMeasuredConcurrently() {
        return oursConcurrently > 0;
    }
}
