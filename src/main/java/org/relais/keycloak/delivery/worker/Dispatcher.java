package org.relais.keycloak.delivery.worker;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.delivery.DeliveryRequested;
import org.relais.keycloak.delivery.DeliveryStore;
import org.relais.keycloak.delivery.DeliveryStore.Waiting;
import org.relais.keycloak.delivery.reconciliation.Reconciliations;
import org.relais.keycloak.platform.CoalescingTask;

/**
 * Sees to it, on one node, that what waits is delivered: at once when this node has committed it, and every two seconds for
 * what other nodes left, what is due again and what was never woken for.
 */
public final class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final long LOOK_EVERY_MILLIS = 2_000;

    private final KeycloakSessionFactory sessions;
    private final Clock clock;
    private final Map<String, TargetWorker> desks = new ConcurrentHashMap<>();
    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService lanes = Executors.newCachedThreadPool(this::thread);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(this::thread);
    private final CoalescingTask coalescingTask =
            new CoalescingTask("The look for waiting deliveries", this::run, this::look);

    public Dispatcher(KeycloakSessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    public void start() {
        timer.scheduleWithFixedDelay(this::wake, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** There may be work; returns at once. */
    public void wake() {
        coalescingTask.signal();
    }

    /** The same, and a target that was left alone is tried now. */
    public void wake(DeliveryRequested asked) {
        Optional.ofNullable(asked.hurried()).map(desks::get).ifPresent(TargetWorker::hurry);
        wake();
    }

    public void stop() {
        timer.shutdownNow();
        lanes.shutdownNow();
    }

    private void look() {
        waiting()
                .forEach(it -> desks.computeIfAbsent(
                                it.targetId(),
                                id -> new TargetWorker(new DeliveryBatchRunner(sessions, clock, it), this::run, clock))
                        .wake());
        reconcile();
    }

    private void reconcile() {
        Reconciliations.due(sessions, clock)
                .ifPresent(page -> run(() -> {
                    page.run();
                    wake();
                }));
    }

    private List<Waiting> waiting() {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            DeliveryStore store = new DeliveryStore(
                    session.getProvider(JpaConnectionProvider.class).getEntityManager());
            List<Waiting> all = new ArrayList<>();
            Optional<Waiting> next = store.nextTarget("");
            while (next.isPresent()) {
                all.add(next.get());
                next = store.nextTarget(next.get().targetId());
            }
            return all;
        });
    }

    private void run(Runnable work) {
        try {
            lanes.execute(work);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("the server stops: what waits is delivered after the next start");
        }
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "relais-delivery-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
