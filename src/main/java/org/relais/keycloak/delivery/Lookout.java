package org.relais.keycloak.delivery;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Looks when there is a signal, once at a time; a signal that came while it was looking makes it look again. Never throws. */
final class Lookout {

    private static final Logger LOG = Logger.getLogger(Lookout.class);

    private final Executor executor;
    private final Runnable look;
    private final AtomicInteger signals = new AtomicInteger();

    Lookout(Executor executor, Runnable look) {
        this.executor = executor;
        this.look = look;
    }

    void signal() {
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
