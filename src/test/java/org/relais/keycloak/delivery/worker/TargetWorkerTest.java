package org.relais.keycloak.delivery.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.relais.keycloak.platform.CoalescingTask;

/** Deliveries go on after an error that no code is prepared for. */
class TargetWorkerTest {

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void it_looks_again_after_a_look_that_broke() {
        CoalescingTask coalescingTask = new CoalescingTask("The task", Runnable::run, () -> {
            if (looks.incrementAndGet() == 1) {
                throw new StackOverflowError();
            }
        });

        coalescingTask.signal();
        coalescingTask.signal();

        assertThat(looks).hasValue(2);
    }

    @Test
    void it_looks_again_after_there_was_no_thread_to_look() {
        AtomicInteger asked = new AtomicInteger();
        CoalescingTask coalescingTask = new CoalescingTask(
                "The task",
                work -> {
                    if (asked.incrementAndGet() == 1) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    work.run();
                },
                looks::incrementAndGet);

        coalescingTask.signal();
        coalescingTask.signal();

        assertThat(looks).hasValue(1);
    }

    @Test
    void a_signal_while_it_looks_makes_it_look_again() {
        List<CoalescingTask> itself = new ArrayList<>();
        itself.add(new CoalescingTask("The task", Runnable::run, () -> {
            if (looks.incrementAndGet() == 1) {
                itself.get(0).signal();
            }
        }));

        itself.get(0).signal();

        assertThat(looks).hasValue(2);
    }

    @Test
    void a_target_is_tried_again_by_one_after_a_try_that_broke() {
        List<Boolean> trials = new ArrayList<>();
        TargetWorker targetWorker = new TargetWorker(
                new TargetWorker.Batches() {
                    @Override
                    public String subject() {
                        return "Target moodle";
                    }

                    @Override
                    public BatchResult runNext(boolean trial, CircuitBreaker breaker) {
                        trials.add(trial);
                        if (trials.size() == 2) {
                            throw new StackOverflowError();
                        }
                        breaker.recordFailure(null);
                        return BatchResult.EMPTY;
                    }
                },
                Runnable::run,
                Clock.systemUTC());

        for (int i = 0; i < 3; i++) {
            targetWorker.retryNow();
            targetWorker.wake();
        }

        assertThat(trials).containsExactly(false, true, true);
    }
}
