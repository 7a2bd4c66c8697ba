package org.relais.keycloak.delivery.worker;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.relais.keycloak.delivery.worker.DeliveryBatchRunner.Round;

/** One target on one node: its breaker, and lanes that work side by side, more of them while there is more than one can do. */
final class TargetWorker {

    private static final Logger LOG = Logger.getLogger(TargetWorker.class);
    private static final int LANES = 4;

    private final Work work;
    private final Executor executor;
    private final CircuitBreaker breaker;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger signals = new AtomicInteger();

    TargetWorker(Work work, Executor executor, Clock clock) {
        this.work = work;
        this.executor = executor;
        this.breaker = new CircuitBreaker(clock);
    }

    /** What is done at the desk. */
    interface Work {

        String targetId();

        /** @param probe whether only one person is to be tried */
        Round run(boolean probe, CircuitBreaker breaker);
    }

    void wake() {
        signals.incrementAndGet();
        openLane();
    }

    void hurry() {
        breaker.hurry();
    }

    private void openLane() {
        if (running.incrementAndGet() <= LANES) {
            try {
                executor.execute(this::lane);
            } catch (RuntimeException | Error failed) {
                running.decrementAndGet();
                throw failed;
            }
        } else {
            running.decrementAndGet();
        }
    }

    /** Works until there is nothing left; a signal that came while it was looking makes it look again. */
    private void lane() {
        try {
            int seen;
            do {
                seen = signals.get();
                workOff();
            } while (seen != signals.get());
        } finally {
            running.decrementAndGet();
        }
    }

    private void workOff() {
        Round round;
        do {
            CircuitBreaker.Leave leave = breaker.ask();
            if (leave == CircuitBreaker.Leave.NONE) {
                return;
            }
            round = round(leave == CircuitBreaker.Leave.ONE);
            if (round == Round.FULL) {
                openLane();
            }
        } while (round != Round.EMPTY);
    }

    private Round round(boolean probe) {
        try {
            return work.run(probe, breaker);
        } catch (RuntimeException | Error failed) {
            breaker.passed();
            LOG.warnf(failed, "a delivery to target %s broke off, it is tried again", work.targetId());
            return Round.EMPTY;
        }
    }
}
