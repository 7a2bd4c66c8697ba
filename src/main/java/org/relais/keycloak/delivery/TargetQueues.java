package org.relais.keycloak.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.relais.keycloak.delivery.QueueStore.Queue;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.platform.EntityManagers;

/** What waits for targets, for administrators. */
public final class TargetQueues {

    private final QueueStore store;

    public TargetQueues(KeycloakSession session) {
        this.store = new QueueStore(EntityManagers.of(session));
    }

    /** A person who waits. */
    public record Row(String userId, Instant requestedAt, Instant nextAt, int attempts, DeliveryError error) {}

    /** What waits for one target. */
    public record Summary(long waiting, long failed, Instant oldest, Instant nextAt, DeliveryError error) {}

    /** Empty where nothing waits. */
    public Optional<Summary> of(RealmTarget target) {
        return store.queue(target.id()).map(TargetQueues::summary);
    }

    /** By person, after one of them (null for the start). */
    public List<Row> page(RealmTarget target, String afterUserId, int max) {
        return store.page(target.id(), afterUserId, max).stream()
                .map(row -> new Row(
                        row.userId,
                        Instant.ofEpochMilli(row.requestedAt),
                        Instant.ofEpochMilli(row.nextAt),
                        row.attempts,
                        DeliveryError.ofStored(row.lastError)))
                .toList();
    }

    private static Summary summary(Queue queue) {
        return new Summary(
                queue.waiting(),
                queue.failed(),
                Instant.ofEpochMilli(queue.oldest()),
                Instant.ofEpochMilli(queue.nextAt()),
                DeliveryError.ofStored(queue.error()));
    }
}
