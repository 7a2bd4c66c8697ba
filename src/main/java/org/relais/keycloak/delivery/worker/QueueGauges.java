package org.relais.keycloak.delivery.worker;

import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.keycloak.models.KeycloakSession;
import org.relais.keycloak.delivery.QueueStore;
import org.relais.keycloak.delivery.QueueStore.Queue;
import org.relais.keycloak.platform.EntityManagers;

/** Metrics: how many people wait to be delivered, and for how long the oldest has waited. */
public final class QueueGauges {

    private final Clock clock;
    private final AtomicLong waiting = Metrics.gauge("relais.deliveries.waiting", new AtomicLong());
    private final AtomicLong oldest = Metrics.gauge("relais.deliveries.oldest.seconds", new AtomicLong());

    public QueueGauges(Clock clock) {
        this.clock = clock;
    }

    public void read(KeycloakSession session) {
        List<Queue> queues = new QueueStore(EntityManagers.of(session)).queues();
        waiting.set(queues.stream().mapToLong(Queue::waiting).sum());
        oldest.set(queues.stream()
                .mapToLong(queue -> (clock.millis() - queue.oldest()) / 1_000)
                .max()
                .orElse(0));
    }
}
