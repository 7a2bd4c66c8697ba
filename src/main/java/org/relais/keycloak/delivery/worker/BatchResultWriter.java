package org.relais.keycloak.delivery.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.relais.keycloak.delivery.DeliveryEntity;
import org.relais.keycloak.delivery.DeliveryStore;
import org.relais.keycloak.delivery.LeaseStore;
import org.relais.keycloak.delivery.RealmTarget;
import org.relais.keycloak.delivery.RemoteStateEntity;
import org.relais.keycloak.delivery.RemoteStateStore;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.delivery.target.Outcome;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.RetryPolicy;

/** Writes the result of a batch: what the target holds now, and which rows go, wait or are given back. */
final class BatchResultWriter {

    private static final RetryPolicy RETRY = RetryPolicy.doubling(Duration.ofSeconds(5), Duration.ofHours(1));

    /** So that not everybody comes back in the moment in which the target may be tried again. */
    private static final Duration SPREAD = Duration.ofSeconds(2);

    private final RealmTarget target;
    private final Clock clock;
    private final DeliveryStore queue;
    private final LeaseStore leases;
    private final RemoteStateStore remoteStates;
    private final DeliveryMetrics metrics;

    BatchResultWriter(RealmContext context, RealmTarget target) {
        this.target = target;
        this.clock = context.clock();
        this.queue = new DeliveryStore(context.entityManager());
        this.leases = new LeaseStore(context.entityManager());
        this.remoteStates = new RemoteStateStore(context.entityManager());
        this.metrics = new DeliveryMetrics(target.name(), clock);
    }

    void write(List<DeliveryEntity> rows, List<DesiredState> people, DeliveryAttempt attempt) {
        List<DeliveryEntity> sorted =
                rows.stream().sorted(Comparator.comparing(row -> row.userId)).toList();
        Map<String, Outcome> outcomes = attempt.outcomes();
        keepRemoteStates(people, outcomes);
        leases.lock(target.id(), sorted.stream().map(row -> row.userId).toList());
        leases.done(target.id(), doneIn(sorted, outcomes));
        sorted.stream()
                .filter(row -> outcomes.containsKey(row.userId)
                        && !outcomes.get(row.userId).isDone())
                .forEach(row -> failed(row, outcomes.get(row.userId).error()));
        List<DeliveryEntity> untried =
                sorted.stream().filter(row -> !outcomes.containsKey(row.userId)).toList();
        if (attempt.isGood()) {
            leases.giveBack(target.id(), untried.stream().map(row -> row.userId).toList());
        } else {
            untried.forEach(row -> postpone(row, attempt.error(), attempt.retryAt()));
        }
        if (attempt.isRecovery()) {
            queue.retryNow(target.id(), clock.millis());
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
        int failures = row.attempts + 1;
        leases.failed(
                row, failures, error, clock.millis() + RETRY.waitAfter(failures).toMillis());
    }

    /** The target failed, not the person: it does not count as an attempt. */
    private void postpone(DeliveryEntity row, DeliveryError error, Instant retryAt) {
        metrics.postponed();
        long spread = ThreadLocalRandom.current().nextLong(SPREAD.toMillis());
        leases.failed(row, row.attempts, error, retryAt.toEpochMilli() + spread);
    }

    private void keepRemoteStates(List<DesiredState> people, Map<String, Outcome> outcomes) {
        Map<String, RemoteStateEntity> known = remoteStates.of(
                target.id(), people.stream().map(DesiredState::userId).collect(Collectors.toSet()));
        for (DesiredState desired : people) {
            RemoteStateEntity remoteState = known.get(desired.userId());
            Outcome outcome = outcomes.get(desired.userId());
            if (remoteState == null || outcome == null || !outcome.isDone()) {
                continue;
            }
            if (desired.isWelcome()) {
                remoteState.keep(desired.wantedKeys());
                remoteState.remoteId = outcome.remoteId();
                remoteState.deliveredAt = clock.millis();
            } else {
                remoteStates.remove(remoteState);
            }
        }
    }
}
