package org.relais.keycloak.bench.measure;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Several clients at once, each asking as soon as it has its answer; both servers in turn, a few seconds each. */
public final class Crowd implements AutoCloseable {

    public static final int CLIENTS = 8;

    private static final int ROUNDS = 3;
    private static final Duration ROUND = Duration.ofSeconds(5);

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    /** Answers a second of each server. */
    public record Rates(double ours, double stock) {}

    public Rates rates(Scenario scenario) {
        double ours = 0;
        double stock = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ours += rate(scenario.ours());
            stock += rate(scenario.stock());
        }
        return new Rates(ours / ROUNDS, stock / ROUNDS);
    }

    /** Counts every answer, and the time until the last of them: a slow answer is not lost at the end of a round. */
    private double rate(Supplier<HttpRequest> variant) {
        AtomicLong answers = new AtomicLong();
        long start = System.nanoTime();
        long end = start + ROUND.toNanos();
        var running = IntStream.range(0, CLIENTS)
                .mapToObj(client -> clients.submit(() -> {
                    while (System.nanoTime() < end) {
                        Http.send(variant.get());
                        answers.incrementAndGet();
                    }
                }))
                .toList();
        running.forEach(Crowd::await);
        return answers.get() * 1e9 / (System.nanoTime() - start);
    }

    private static void await(Future<?> client) {
        try {
            client.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
