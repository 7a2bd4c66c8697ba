package org.relais.keycloak.platform;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A task that runs when it is signalled, once at a time: a signal that comes while it runs makes it run once more, however many
 * come. A failure is logged and never thrown; the next signal starts the task again.
 */
public final class CoalescingTask {

    private final String name;
    private final Executor executor;
    private final Runnable work;
    private final AtomicInteger signals = new AtomicInteger();

    /** @param name what the log calls it, at the beginning of a sentence */
    public CoalescingTask(String name, Executor executor, Runnable work) {
        this.name = name;
        this.executor = executor;
        this.work = work;
    }

    public void signal() {
        if (signals.getAndIncrement() == 0) {
            try {
                executor.execute(this::run);
            } catch (RuntimeException | Error failed) {
                signals.set(0);
                PlatformLog.LOG.taskNotStarted(failed, name);
            }
        }
    }

    private void run() {
        int seen;
        do {
            seen = signals.get();
            try {
                work.run();
            } catch (RuntimeException | Error failed) {
                PlatformLog.LOG.taskFailed(failed, name);
            }
        } while (!signals.compareAndSet(seen, 0));
    }
}
