package org.relais.keycloak.it.support.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.relais.keycloak.it.support.protocol.Answer;

/** Several people who do something at the same moment. */
public final class Concurrently {

    private Concurrently() {}

    /** What each of the acts answered, in their order; they are let go together. */
    public static List<Answer> all(List<Callable<Answer>> acts) {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        try {
            CyclicBarrier start = new CyclicBarrier(acts.size());
            List<Future<Answer>> running = new ArrayList<>();
            for (Callable<Answer> act : acts) {
                running.add(threads.submit(() -> {
                    start.await(1, TimeUnit.MINUTES);
                    return act.call();
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : running) {
                answers.add(one.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new AssertionError("One of several acts at once failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
