package org.relais.keycloak.it.fuzz;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.relais.keycloak.it.fuzz.ApiDocument.Operation;

/** Sends requests on a few threads and keeps what breaks a rule. */
final class FuzzRun {

    private static final int THREADS = 6;
    private static final Duration MOST = Duration.ofMinutes(8);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final FuzzWorld world;
    private final RequestMaker requests;
    private final AnswerRules rules;
    private final LongAdder sent = new LongAdder();
    private final Queue<String> findings = new ConcurrentLinkedQueue<>();
    private final Map<Operation, Map<Integer, LongAdder>> statuses = new ConcurrentHashMap<>();

    FuzzRun(URI server, FuzzWorld world, RequestMaker requests) {
        this.server = server;
        this.world = world;
        this.requests = requests;
        this.rules = new AnswerRules(world);
    }

    /** What broke a rule, with the request. */
    List<String> findings() {
        return List.copyOf(findings);
    }

    /** How often each operation was answered with each status. */
    Map<Operation, Map<Integer, LongAdder>> statuses() {
        return statuses;
    }

    /**
     * Those that did for nobody what they are there for. What is done to one delegation, or confirmed for one person, is left out:
     * chance does not find the two ids that belong together.
     */
    List<Operation> neverDone(List<Operation> operations) {
        return operations.stream()
                .filter(operation -> !operation.path().endsWith("/confirm"))
                .filter(operation -> !operation.path().contains("{managerId}"))
                .filter(operation -> statuses.getOrDefault(operation, Map.of()).keySet().stream()
                        .noneMatch(status -> status < 300))
                .toList();
    }

    void send(int from, int to) throws InterruptedException {
        AtomicInteger next = new AtomicInteger(from);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (int i = 0; i < THREADS; i++) {
            threads.execute(() -> {
                for (int number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
                    send(number);
                }
            });
        }
        threads.shutdown();
        if (!threads.awaitTermination(MOST.toSeconds(), TimeUnit.SECONDS)) {
            threads.shutdownNow();
            findings.add("It took longer than " + MOST + ": at number " + next);
        }
        if (sent.sum() < to - from) {
            findings.add("Only %d of %d requests were answered".formatted(sent.sum(), to - from));
        }
    }

    private void send(int number) {
        FuzzRequest request = requests.make(number);
        try {
            HttpResponse<String> answer =
                    http.send(request.to(server, world.token(request.role())), BodyHandlers.ofString());
            sent.increment();
            if (request.method().equals(request.operation().method())) {
                statuses.computeIfAbsent(request.operation(), any -> new ConcurrentHashMap<>())
                        .computeIfAbsent(answer.statusCode(), any -> new LongAdder())
                        .increment();
            }
            for (String rule : rules.broken(request, answer)) {
                findings.add("[%s] %s -> %d %s".formatted(rule, request, answer.statusCode(), inShort(answer.body())));
            }
        } catch (IOException | RuntimeException e) {
            findings.add("[no answer] " + request + " -> " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String inShort(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
