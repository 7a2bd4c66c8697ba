package org.relais.keycloak.delivery.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relais.keycloak.delivery.worker.DeliveryBatchRunner.Round;

/** Deliveries to a target go on after an error that no code is prepared for. */
class TargetWorkerTest {

    @Test
    void a_target_is_tried_again_by_one_after_a_try_that_broke() {
        List<Boolean> probes = new ArrayList<>();
        TargetWorker targetWorker = new TargetWorker(
                new TargetWorker.Work() {
                    @Override
                    public String targetId() {
                        return "moodle";
                    }

                    @Override
                    public Round run(boolean probe, CircuitBreaker breaker) {
                        probes.add(probe);
                        if (probes.size() == 2) {
                            throw new StackOverflowError();
                        }
                        breaker.failed(null);
                        return Round.EMPTY;
                    }
                },
                Runnable::run,
                Clock.systemUTC());

        for (int i = 0; i < 3; i++) {
            targetWorker.hurry();
            targetWorker.wake();
        }

        assertThat(probes).containsExactly(false, true, true);
    }
}
