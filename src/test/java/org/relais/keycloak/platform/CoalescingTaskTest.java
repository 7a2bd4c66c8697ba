package org.relais.keycloak.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A signal is never lost, whatever a run ends with. */
class CoalescingTaskTest {

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void it_runs_again_after_a_run_that_broke() {
        CoalescingTask task = new CoalescingTask("The task", Runnable::run, () -> {
            if (runs.incrementAndGet() == 1) {
                throw new StackOverflowError();
            }
        });

        task.signal();
        task.signal();

        assertThat(runs).hasValue(2);
    }

    @Test
    void it_runs_again_after_there_was_no_thread_to_run_it() {
        AtomicInteger asked = new AtomicInteger();
        CoalescingTask task = new CoalescingTask(
                "The task",
                work -> {
                    if (asked.incrementAndGet() == 1) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    work.run();
                },
                runs::incrementAndGet);

        task.signal();
        task.signal();

        assertThat(runs).hasValue(1);
    }

    @Test
    void a_signal_while_it_runs_makes_it_run_again() {
        List<CoalescingTask> itself = new ArrayList<>();
        itself.add(new CoalescingTask("The task", Runnable::run, () -> {
            if (runs.incrementAndGet() == 1) {
                itself.get(0).signal();
            }
        }));

        itself.get(0).signal();

        assertThat(runs).hasValue(2);
    }
}
