package org.relais.keycloak.event;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.delivery.worker.QueueGauges;
import org.relais.keycloak.directory.index.IndexAges;
import org.relais.keycloak.notification.MailGauges;

/**
 * Reads, on every node, what the metrics tell of the whole cluster: whichever node is asked says the same. In a thread of its
 * own, so that they are right while housekeeping has much to do.
 */
final class MetricsPoller {

    private static final Logger LOG = Logger.getLogger(MetricsPoller.class);
    private static final int FIRST_SECONDS = 2;
    private static final int EVERY_SECONDS = 15;

    private final KeycloakSessionFactory sessions;
    private final List<Consumer<KeycloakSession>> metricsPoller;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(MetricsPoller::thread);

    MetricsPoller(KeycloakSessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.metricsPoller =
                List.of(new QueueGauges(clock)::read, new MailGauges(clock)::read, new IndexAges(clock)::read);
    }

    void start() {
        timer.scheduleWithFixedDelay(
                () -> metricsPoller.forEach(this::read), FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop() {
        timer.shutdownNow();
    }

    private void read(Consumer<KeycloakSession> gauge) {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, gauge::accept);
        } catch (RuntimeException failed) {
            LOG.debug("a metric could not be read", failed);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "relais-gauges");
        thread.setDaemon(true);
        return thread;
    }
}
