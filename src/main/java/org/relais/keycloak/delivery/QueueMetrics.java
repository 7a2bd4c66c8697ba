package org.relais.keycloak.delivery;

import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.delivery.QueueStore.Queue;

/** Reads now and then how long the queue is and how old its oldest row, for the metrics. */
final class QueueMetrics implements Runnable {

    private static final Logger LOG = Logger.getLogger(QueueMetrics.class);

    private final KeycloakSessionFactory sessions;
    private final Clock clock;
    private final AtomicLong waiting = Metrics.gauge("relais.deliveries.waiting", new AtomicLong());
    private final AtomicLong oldest = Metrics.gauge("relais.deliveries.oldest.seconds", new AtomicLong());

    QueueMetrics(KeycloakSessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            List<Queue> queues = KeycloakModelUtils.runJobInTransactionWithResult(
                    sessions,
                    session -> new QueueStore(session.getProvider(JpaConnectionProvider.class)
                                    .getEntityManager())
                            .queues());
            waiting.set(queues.stream().mapToLong(Queue::waiting).sum());
            oldest.set(queues.stream()
                    .mapToLong(queue -> (clock.millis() - queue.oldest()) / 1_000)
                    .max()
                    .orElse(0));
        } catch (RuntimeException failed) {
            LOG.debugf(failed, "the length of the queue could not be read");
        }
    }
}
