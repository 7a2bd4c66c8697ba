package org.relais.keycloak.delivery.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.relais.keycloak.delivery.DeliveryEntity;
import org.relais.keycloak.delivery.DeliveryStore;
import org.relais.keycloak.delivery.RealmTarget;
import org.relais.keycloak.delivery.RemoteStateEntity;
import org.relais.keycloak.delivery.RemoteStateStore;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.delivery.target.Outcome;
import org.relais.keycloak.platform.RetryPolicy;

/** Writes down what came of a round. */
final class BatchResultWriter {

    private static final RetryPolicy RETRY = RetryPolicy.doubling(Duration.ofSeconds(5), Duration.ofHours(1));
    private static final Duration SPREAD = Duration.ofSeconds(2);

    private final RealmTarget target;
    private final Clock clock;
    private final DeliveryStore queue;
    private final RemoteStateStore holdings;
    private final DeliveryMetrics metrics;

    BatchResultWriter(KeycloakSession session, RealmTarget target, Clock clock) {
        var em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.target = target;
        this.clock = clock;
        this.queue = new DeliveryStore(em);
        this.holdings = new RemoteStateStore(em);
        this.metrics = new DeliveryMetrics(target.name(), clock);
    }

    void settle(List<DeliveryEntity> rows, List<DesiredState> people, DeliveryAttempt deliveryAttempt) {
        List<DeliveryEntity> sorted = rows.stream()
                .sorted((one, other) -> one.userId.compareTo(other.userId))
                .toList();
        Map<String, Outcome> outcomes = deliveryAttempt.outcomes();
        keepHoldings(people, outcomes);
        queue.lock(target.id(), sorted.stream().map(row -> row.userId).toList());
        queue.done(target.id(), doneIn(sorted, outcomes));
        sorted.stream()
                .filter(row -> outcomes.containsKey(row.userId)
                        && !outcomes.get(row.userId).isDone())
                .forEach(row -> failed(row, outcomes.get(row.userId).error()));
        List<DeliveryEntity> untold =
                sorted.stream().filter(row -> !outcomes.containsKey(row.userId)).toList();
        if (deliveryAttempt.isGood()) {
            queue.giveBack(target.id(), untold.stream().map(row -> row.userId).toList());
        } else {
            untold.forEach(row -> postpone(row, deliveryAttempt.error(), deliveryAttempt.retryAt()));
        }
        if (deliveryAttempt.isRecovery()) {
            queue.hurry(target.id(), clock.millis());
        }
    }

    private Map<String, Long> doneIn(List<DeliveryEntity> rows, Map<String, Outcome> outcomes) {
        Map<String, Long> done = new TreeMap<>();
        rows.stream()
                .filter(row -> outcomes.containsKey(row.userId)
                        && outcomes.get(row.userId).isDone())
                .forEach(row -> {
                    done.put(row.userId, row.revision);
                    metrics.done(Instant.ofEpochMilli(row.requestedAt));
                });
        return done;
    }

    private void failed(DeliveryEntity row, DeliveryError error) {
        metrics.failed();
        queue.failed(
                row,
                row.attempts + 1,
                error,
                clock.millis() + RETRY.waitAfter(row.attempts + 1).toMillis());
    }

    /** It is not the person's fault: it does not count for them. */
    private void postpone(DeliveryEntity row, DeliveryError error, Instant retryAt) {
        metrics.postponed();
        long spread = ThreadLocalRandom.current().nextLong(SPREAD.toMillis());
        queue.failed(row, row.attempts, error, retryAt.toEpochMilli() + spread);
    }

    private void keepHoldings(List<DesiredState> people, Map<String, Outcome> outcomes) {
        Map<String, RemoteStateEntity> known = holdings.of(
                target.id(), people.stream().map(DesiredState::userId).collect(Collectors.toSet()));
        for (DesiredState wanted : people) {
            RemoteStateEntity holding = known.get(wanted.userId());
            Outcome outcome = outcomes.get(wanted.userId());
            if (holding == null || outcome == null || !outcome.isDone()) {
                continue;
            }
            if (wanted.isWelcome()) {
                holding.keep(wanted.wantedKeys());
                holding.remoteId = outcome.remoteId();
                holding.deliveredAt = clock.millis();
            } else {
                holdings.remove(holding);
            }
        }
    }
}
