package org.relais.keycloak.platform;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Looks when there is a signal, once at a time; a signal that came while it was looking makes it look again. Never throws. */
public final class CoalescingTask {

    private static final Logger LOG = Logger.getLogger(CoalescingTask.class);

    private final Executor executor;
    private final Runnable look;
    private final AtomicInteger signals = new AtomicInteger();

    public CoalescingTask(Executor executor, Runnable look) {
        this.executor = executor;
        this.look = look;
    }

    public void signal() {
        if (signals.getAndIncrement() == 0) {
            try {
                executor.execute(this::run);
            } catch (RuntimeException | Error failed) {
                signals.set(0);
                LOG.warnf(failed, "nobody could look for what waits to be delivered, it is tried again");
            }
        }
    }

    private void run() {
        int seen;
        do {
            seen = signals.get();
            try {
                look.run();
            } catch (RuntimeException | Error failed) {
                LOG.warnf(failed, "what waits to be delivered could not be read, it is tried again");
            }
        } while (!signals.compareAndSet(seen, 0));
    }
}
