package org.relais.keycloak.bench.measure;

/**
 * How both sides did.
 *
 * @param ours        one client
 * @param stock       one client, in turn with ours
 * @param oursAtOnce  answers a second with many clients; 0 if not measured
 * @param stockAtOnce the same for Keycloak alone
 */
public record Result(Contest contest, Series ours, Series stock, double oursAtOnce, double stockAtOnce) {

    public String name() {
        return contest.name();
    }

    /** How many times longer the stock median is: below 1, Relais is the slower one. */
    public double ratio() {
        return stock.median() / ours.median();
    }

    public double ratioAtOnce() {
        return oursAtOnce / stockAtOnce;
    }

    public boolean isMeasuredAtOnce() {
        return oursAtOnce > 0;
    }
}
