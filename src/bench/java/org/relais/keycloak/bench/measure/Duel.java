package org.relais.keycloak.bench.measure;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Times a contest: some requests of each side to warm up, then one client that asks both sides in turn, so that whatever
 * the machine does meanwhile hits both. A side that is slow gets fewer turns, spread evenly over the others'.
 */
public final class Duel {

    private static final int SAMPLES = 800;
    private static final int WARM_UP = 3_000;
    private static final Duration WARM_UP_LIMIT = Duration.ofSeconds(15);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int FIRST = 3;
    private static final int BLOCKS = 40;
    private static final int BLOCK = 50;
    private static final int SETTLING = 30;

    private Duel() {}

    /** Asks both sides without counting, until their code is compiled. */
    public static void warmUp(Contest contest, Duration each) {
        warmUp(contest.ours(), Integer.MAX_VALUE, each);
        warmUp(contest.stock(), Integer.MAX_VALUE, each);
    }

    public static Result alone(Contest contest) {
        warmUp(contest.ours());
        warmUp(contest.stock());
        int oursEvery = turnsPerSample(contest.ours());
        int stockEvery = turnsPerSample(contest.stock());
        Series ours = new Series();
        Series stock = new Series();
        for (int turn = 0; turn < SAMPLES; turn++) {
            if (turn % oursEvery == 0) {
                ours.add(Http.time(contest.ours().get()));
            }
            if (turn % stockEvery == 0) {
                stock.add(Http.time(contest.stock().get()));
            }
        }
        return new Result(contest, ours, stock, 0, 0);
    }

    public static Result aloneAndAtOnce(Contest contest, Crowd crowd) {
        Result alone = alone(contest);
        Crowd.Rates rates = crowd.rates(contest);
        return new Result(contest, alone.ours(), alone.stock(), rates.ours(), rates.stock());
    }

    /**
     * For sides that differ in a setting of the server: it is changed between short blocks of requests, each after some that
     * do not count.
     */
    public static Result inBlocks(Contest contest, Runnable forOurs, Runnable forStock) {
        warmUp(contest.ours());
        warmUp(contest.stock());
        Series ours = new Series();
        Series stock = new Series();
        for (int block = 0; block < BLOCKS; block++) {
            forOurs.run();
            addBlock(contest.ours(), ours);
            forStock.run();
            addBlock(contest.stock(), stock);
        }
        return new Result(contest, ours, stock, 0, 0);
    }

    private static void addBlock(Supplier<HttpRequest> side, Series series) {
        for (int i = 0; i < SETTLING; i++) {
            Http.send(side.get());
        }
        for (int i = 0; i < BLOCK; i++) {
            series.add(Http.time(side.get()));
        }
    }

    private static void warmUp(Supplier<HttpRequest> side) {
        warmUp(side, WARM_UP, WARM_UP_LIMIT);
    }

    private static void warmUp(Supplier<HttpRequest> side, int most, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        for (int i = 0; i < most && System.nanoTime() < end; i++) {
            Http.send(side.get());
        }
    }

    /** In how many turns this side is asked once, for all turns to end within the limit. */
    private static int turnsPerSample(Supplier<HttpRequest> side) {
        long nanos = 0;
        for (int i = 0; i < FIRST; i++) {
            nanos += Http.time(side.get());
        }
        return (int) Math.max(1, Math.ceil((double) nanos / FIRST * SAMPLES / LIMIT.toNanos()));
    }
}
