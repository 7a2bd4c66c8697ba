package org.relais.keycloak.delivery.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deliveries to a target go on after an error that no code is prepared for. */
class TargetWorkerTest {

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
