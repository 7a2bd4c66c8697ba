package org.relais.keycloak.event;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakSession;
import org.relais.keycloak.delivery.worker.QueueGauges;
import org.relais.keycloak.directory.index.IndexAges;
import org.relais.keycloak.notification.MailGauges;
import org.relais.keycloak.platform.RealmJobs;

/**
 * Reads on every node the metrics of the whole cluster, so that each node answers the same values. It has a thread of its own,
 * so that the values stay current while housekeeping is busy.
 */
final class MetricsPoller {

    private static final int FIRST_SECONDS = 2;
    private static final int EVERY_SECONDS = 15;

    private final RealmJobs jobs;
    private final List<Consumer<KeycloakSession>> metrics;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(MetricsPoller::thread);

    MetricsPoller(RealmJobs jobs) {
        this.jobs = jobs;
        this.metrics = List.of(
                new QueueGauges(jobs.clock())::read,
                new MailGauges(jobs.clock())::read,
                new IndexAges(jobs.clock())::read);
    }

    void start() {
        timer.scheduleWithFixedDelay(() -> metrics.forEach(this::read), FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop() {
        timer.shutdownNow();
    }

    private void read(Consumer<KeycloakSession> metric) {
        try {
            jobs.inTransaction(session -> {
                metric.accept(session);
                return true;
            });
        } catch (RuntimeException failed) {
            EventLog.LOG.metricNotRead(failed, EVERY_SECONDS);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "relais-gauges");
        thread.setDaemon(true);
        return thread;
    }
}
