package org.relais.keycloak.bench.measure;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Times a scenario: some requests of each server to warm up, then one client that asks both servers in turn, so that whatever
 * the machine does meanwhile hits both. A server that is slow gets fewer turns, spread evenly over the others'.
 */
public final class PairedRun {

    private static final int SAMPLES = 800;
    private static final int WARM_UP = 3_000;
    private static final Duration WARM_UP_LIMIT = Duration.ofSeconds(15);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int FIRST = 3;
    private static final int BLOCKS = 40;
    private static final int BLOCK = 50;
    private static final int SETTLING = 30;

    private PairedRun() {}

    /** Asks both servers without counting, until their code is compiled. */
    public static void warmUp(Scenario scenario, Duration each) {
        warmUp(scenario.ours(), Integer.MAX_VALUE, each);
        warmUp(scenario.stock(), Integer.MAX_VALUE, each);
    }

    public static Result alone(Scenario scenario) {
        warmUp(scenario.ours());
        warmUp(scenario.stock());
        int oursEvery = turnsPerSample(scenario.ours());
        int stockEvery = turnsPerSample(scenario.stock());
        Series ours = new Series();
        Series stock = new Series();
        for (int turn = 0; turn < SAMPLES; turn++) {
            if (turn % oursEvery == 0) {
                ours.add(Http.time(scenario.ours().get()));
            }
            if (turn % stockEvery == 0) {
                stock.add(Http.time(scenario.stock().get()));
            }
        }
        return new Result(scenario, ours, stock, 0, 0);
    }

    public static Result aloneAndConcurrently(Scenario scenario, Crowd crowd) {
        Result alone = alone(scenario);
        Crowd.Rates rates = crowd.rates(scenario);
        return new Result(scenario, alone.ours(), alone.stock(), rates.ours(), rates.stock());
    }

    /**
     * For servers that differ in a setting of the server: it is changed between short blocks of requests, each after some that
     * do not count.
     */
    public static Result inBlocks(Scenario scenario, Runnable forOurs, Runnable forStock) {
        warmUp(scenario.ours());
        warmUp(scenario.stock());
        Series ours = new Series();
        Series stock = new Series();
        for (int block = 0; block < BLOCKS; block++) {
            forOurs.run();
            addBlock(scenario.ours(), ours);
            forStock.run();
            addBlock(scenario.stock(), stock);
        }
        return new Result(scenario, ours, stock, 0, 0);
    }

    private static void addBlock(Supplier<HttpRequest> variant, Series series) {
        for (int i = 0; i < SETTLING; i++) {
            Http.send(variant.get());
        }
        for (int i = 0; i < BLOCK; i++) {
            series.add(Http.time(variant.get()));
        }
    }

    private static void warmUp(Supplier<HttpRequest> variant) {
        warmUp(variant, WARM_UP, WARM_UP_LIMIT);
    }

    private static void warmUp(Supplier<HttpRequest> variant, int most, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        for (int i = 0; i < most && System.nanoTime() < end; i++) {
            Http.send(variant.get());
        }
    }

    /** In how many turns this server is asked once, for all turns to end within the limit. */
    private static int turnsPerSample(Supplier<HttpRequest> variant) {
        long nanos = 0;
        for (int i = 0; i < FIRST; i++) {
            nanos += Http.time(variant.get());
        }
        return (int) Math.max(1, Math.ceil((double) nanos / FIRST * SAMPLES / LIMIT.toNanos()));
    }
}
