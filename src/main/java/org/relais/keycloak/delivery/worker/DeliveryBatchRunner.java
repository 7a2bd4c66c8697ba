package org.relais.keycloak.delivery.worker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.relais.keycloak.delivery.Deliveries;
import org.relais.keycloak.delivery.DeliveryEntity;
import org.relais.keycloak.delivery.LeaseStore;
import org.relais.keycloak.delivery.LeaseStore.WaitingTarget;
import org.relais.keycloak.delivery.RealmTarget;
import org.relais.keycloak.delivery.Target;
import org.relais.keycloak.delivery.target.Deadline;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.RealmJobs;

/**
 * Delivers one target in batches: lease some rows, read what the people should have, synchronize the target outside any
 * transaction, write the result. A node may stop anywhere in between: the rows are leased again once the lease is over.
 */
final class DeliveryBatchRunner implements TargetWorker.Batches {

    private static final Duration LEASE = Duration.ofMinutes(2);

    /** For all calls of a batch; safely shorter than the lease. */
    private static final Duration TIME_FOR_CALLS = Duration.ofSeconds(80);

    private final RealmJobs jobs;
    private final WaitingTarget waiting;
    private volatile String subject;

    DeliveryBatchRunner(RealmJobs jobs, WaitingTarget waiting) {
        this.jobs = jobs;
        this.waiting = waiting;
        this.subject = "Target " + waiting.targetId();
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public BatchResult runNext(boolean trial, CircuitBreaker breaker) {
        Deadline deadline = Deadline.in(TIME_FOR_CALLS);
        Optional<Connection> connection = connect();
        if (connection.isEmpty()) {
            breaker.release();
            return BatchResult.EMPTY;
        }
        try (Target target = connection.get().target()) {
            int size = trial ? 1 : target.batchSize();
            List<DeliveryEntity> rows = lease(size);
            if (rows.isEmpty()) {
                breaker.release();
                return BatchResult.EMPTY;
            }
            List<DesiredState> people = desiredStates(rows);
            DeliveryAttempt attempt = new DeliveryAttempt(subject, target, breaker, jobs.clock());
            attempt.run(people, deadline);
            write(connection.get().settings(), rows, people, attempt);
            boolean goOn = attempt.isGood() && !attempt.outcomes().isEmpty();
            return !goOn ? BatchResult.EMPTY : rows.size() == size && !trial ? BatchResult.FULL : BatchResult.SOME;
        }
    }

    private record Connection(RealmTarget settings, Target target) {}

    private Optional<Connection> connect() {
        return jobs.inTransaction(this::connect);
    }

    /** Empty if the target no longer exists; then what waits for it is removed. */
    private Optional<Connection> connect(KeycloakSession session) {
        Optional<RealmContext> context = jobs.enter(session, waiting.realmId());
        Optional<RealmTarget> found = context.flatMap(it -> RealmTarget.find(it.realm(), waiting.targetId()));
        if (found.isEmpty()) {
            Deliveries.targetRemoved(session, waiting.targetId());
            return Optional.empty();
        }
        subject = found.get().subjectIn(context.get().realm());
        return Optional.of(new Connection(found.get(), found.get().connect(session)));
    }

    private List<DeliveryEntity> lease(int max) {
        long now = jobs.clock().millis();
        return jobs.inTransaction(session ->
                new LeaseStore(EntityManagers.of(session)).lease(waiting.targetId(), now, now + LEASE.toMillis(), max));
    }

    /** In a transaction of its own, begun after the rows were leased: it sees all that was committed before. */
    private List<DesiredState> desiredStates(List<DeliveryEntity> rows) {
        return jobs.call(waiting.realmId(), context -> {
                    RealmTarget target = RealmTarget.find(context.realm(), waiting.targetId())
                            .orElseThrow();
                    return new DesiredStateRecorder(context, target)
                            .record(rows.stream().map(row -> row.userId).toList());
                })
                .orElseThrow();
    }

    private void write(
            RealmTarget settings, List<DeliveryEntity> rows, List<DesiredState> people, DeliveryAttempt attempt) {
        jobs.run(waiting.realmId(), context -> new BatchResultWriter(context, settings).write(rows, people, attempt));
    }
}
