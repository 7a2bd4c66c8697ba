package org.relais.keycloak.delivery.worker;

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
import org.keycloak.models.KeycloakSession;
import org.relais.keycloak.delivery.DeliveryRequested;
import org.relais.keycloak.delivery.LeaseStore;
import org.relais.keycloak.delivery.LeaseStore.WaitingTarget;
import org.relais.keycloak.delivery.reconciliation.Reconciliations;
import org.relais.keycloak.platform.CoalescingTask;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.RealmJobs;

/**
 * Starts what is to be delivered, on each node: at once when this node has committed it, and every two seconds for what other
 * nodes left, what is due again and what no signal came for.
 */
public final class Dispatcher {

    private static final long POLL_MILLIS = 2_000;

    private final RealmJobs jobs;
    private final Map<String, TargetWorker> workers = new ConcurrentHashMap<>();
    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService executor = Executors.newCachedThreadPool(this::thread);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(this::thread);
    private final CoalescingTask poll =
            new CoalescingTask("The look for waiting deliveries", this::execute, this::dispatch);

    public Dispatcher(RealmJobs jobs) {
        this.jobs = jobs;
    }

    public void start() {
        timer.scheduleWithFixedDelay(this::wake, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** There may be work; returns at once. */
    public void wake() {
        poll.signal();
    }

    /** The same; a target that is to be retried is tried even though its circuit breaker is open. */
    public void wake(DeliveryRequested requested) {
        Optional.ofNullable(requested.retriedTargetId()).map(workers::get).ifPresent(TargetWorker::retryNow);
        wake();
    }

    public void stop() {
        timer.shutdownNow();
        executor.shutdownNow();
    }

    private void dispatch() {
        jobs.inTransaction(Dispatcher::waitingTargets)
                .forEach(it ->
                        workers.computeIfAbsent(it.targetId(), id -> worker(it)).wake());
        reconcile();
    }

    private TargetWorker worker(WaitingTarget waiting) {
        return new TargetWorker(new DeliveryBatchRunner(jobs, waiting), this::execute, jobs.clock());
    }

    private void reconcile() {
        Reconciliations.due(jobs)
                .ifPresent(step -> execute(() -> {
                    step.run();
                    wake();
                }));
    }

    private static List<WaitingTarget> waitingTargets(KeycloakSession session) {
        LeaseStore store = new LeaseStore(EntityManagers.of(session));
        List<WaitingTarget> all = new ArrayList<>();
        Optional<WaitingTarget> next = store.nextTarget("");
        while (next.isPresent()) {
            all.add(next.get());
            next = store.nextTarget(next.get().targetId());
        }
        return all;
    }

    private void execute(Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException stopped) {
            WorkerLog.LOG.serverStops();
        }
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "relais-delivery-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
