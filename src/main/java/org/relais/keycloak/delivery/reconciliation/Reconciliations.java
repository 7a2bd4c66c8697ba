package org.relais.keycloak.delivery.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.relais.keycloak.delivery.DispatchAfterCommit;
import org.relais.keycloak.delivery.RealmTarget;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.school.Academy;

/**
 * When targets are compared with what they should hold: once when they are new, every night, and when an administrator asks.
 * A target that cannot say what it holds is synchronized with everybody instead.
 */
public final class Reconciliations {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 0);

    private final RealmContext context;
    private final ReconciliationStore store;

    public Reconciliations(RealmContext context) {
        this.context = context;
        this.store = new ReconciliationStore(context.entityManager());
    }

    /** Plans one for each target that is new; one read per target where there is nothing to plan. */
    public void plan() {
        RealmTarget.of(context.realm()).stream()
                .filter(target -> store.find(target.id()).isEmpty())
                .forEach(target -> store.plan(
                        context.realmId(), target.id(), context.clock().millis()));
    }

    /** Starts one as soon as a node has time. */
    public void request(RealmTarget target) {
        store.plan(context.realmId(), target.id(), context.clock().millis());
        store.startNow(target.id(), context.clock().millis());
        DispatchAfterCommit.request(context.session());
    }

    /** How the last one went, or the one under way; empty if there was none. */
    public Optional<Report> report(RealmTarget target) {
        return store.find(target.id()).map(Report::of);
    }

    /**
     * What a reconciliation found.
     *
     * @param missing        people who were not in every group they should be in; they are delivered again
     * @param surplus        people who were in a group they should not be in; they are taken out
     * @param unknownMembers members that belong to nobody Relais knows; they are taken out
     * @param error          what the one under way broke off with; null if it did not
     */
    public record Report(
            Instant startedAt,
            Instant finishedAt,
            long remoteGroups,
            long missing,
            long surplus,
            long unknownMembers,
            DeliveryError error) {

        private static Report of(ReconciliationEntity row) {
            return new Report(
                    row.startedAt == null ? null : Instant.ofEpochMilli(row.startedAt),
                    row.finishedAt == null ? null : Instant.ofEpochMilli(row.finishedAt),
                    row.remoteGroups,
                    row.missing,
                    row.surplus,
                    row.unknownMembers,
                    DeliveryError.ofStored(row.lastError));
        }
    }

    /** One step of a reconciliation that is due, to be run by the caller; empty if none is. */
    public static Optional<Runnable> due(RealmJobs jobs) {
        long now = jobs.clock().millis();
        return jobs.inTransaction(session ->
                        new ReconciliationStore(EntityManagers.of(session)).take(now, now + LEASE.toMillis()))
                .map(row -> new ReconciliationStep(jobs, row));
    }

    static long nextNight(RealmContext context) {
        ZonedDateTime now =
                context.clock().instant().atZone(Academy.of(context.realm()).timeZone());
        ZonedDateTime tonight = now.with(AT_NIGHT);
        return (tonight.isAfter(now) ? tonight : tonight.plusDays(1))
                .toInstant()
                .toEpochMilli();
    }
}
