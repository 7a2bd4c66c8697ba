package org.relais.keycloak.delivery.worker;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.relais.keycloak.delivery.worker.CircuitBreaker.Permit;

/** Delivers to one target on this node: its circuit breaker, and up to four threads while there is work for more than one. */
final class TargetWorker {

    private static final int MOST_THREADS = 4;

    private final Batches batches;
    private final Executor executor;
    private final CircuitBreaker breaker;
    private final AtomicInteger threads = new AtomicInteger();
    private final AtomicInteger signals = new AtomicInteger();

    TargetWorker(Batches batches, Executor executor, Clock clock) {
        this.batches = batches;
        this.executor = executor;
        this.breaker = new CircuitBreaker(clock);
    }

    /** Where the batches of the target come from. */
    interface Batches {

        /** The target as the log names it, at the beginning of a sentence. */
        String subject();

        /** @param trial whether only one person is to be tried */
        BatchResult runNext(boolean trial, CircuitBreaker breaker);
    }

    /** There may be work. */
    void wake() {
        signals.incrementAndGet();
        startThread();
    }

    /** The target is tried at the next signal, whether or not it answered before. */
    void retryNow() {
        breaker.halfOpenNow();
    }

    private void startThread() {
        if (threads.incrementAndGet() <= MOST_THREADS) {
            try {
                executor.execute(this::runThread);
            } catch (RuntimeException | Error failed) {
                threads.decrementAndGet();
                throw failed;
            }
        } else {
            threads.decrementAndGet();
        }
    }

    /** Works until nothing is left; a signal that comes while it finds nothing makes it look again. */
    private void runThread() {
        try {
            int seen;
            do {
                seen = signals.get();
                runBatches();
            } while (seen != signals.get());
        } finally {
            threads.decrementAndGet();
        }
    }

    private void runBatches() {
        BatchResult result;
        do {
            Permit permit = breaker.tryAcquire();
            if (permit == Permit.OPEN) {
                return;
            }
            result = runBatch(permit == Permit.TRIAL);
            if (result == BatchResult.FULL) {
                startThread();
            }
        } while (result != BatchResult.EMPTY);
    }

    private BatchResult runBatch(boolean trial) {
        try {
            return batches.runNext(trial, breaker);
        } catch (RuntimeException | Error failed) {
            breaker.release();
            WorkerLog.LOG.batchBrokeOff(failed, batches.subject());
            return BatchResult.EMPTY;
        }
    }
}
