package org.relais.keycloak.delivery.reconciliation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakSession;
import org.relais.keycloak.delivery.Deliveries;
import org.relais.keycloak.delivery.RealmTarget;
import org.relais.keycloak.delivery.Target;
import org.relais.keycloak.delivery.target.Deadline;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.Drift;
import org.relais.keycloak.delivery.target.TargetUnavailable;
import org.relais.keycloak.delivery.target.UnknownMember;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.platform.RetryPolicy;

/**
 * Compares a target with what it should hold, for the groups of some schools; the next step goes on after them. It repairs
 * nothing itself: it requests deliveries of the people concerned, and the queue decides by what holds then.
 */
final class ReconciliationStep implements Runnable {

    private static final int SCHOOLS = 20;

    /** For all calls of a step; safely shorter than the lease. */
    private static final Duration TIME_FOR_CALLS = Duration.ofMinutes(3);

    private static final RetryPolicy RETRY = RetryPolicy.every(Duration.ofMinutes(5));

    private final RealmJobs jobs;
    private final ReconciliationEntity row;
    private String subject;

    ReconciliationStep(RealmJobs jobs, ReconciliationEntity row) {
        this.jobs = jobs;
        this.row = row;
        this.subject = "Target " + row.targetId;
    }

    @Override
    public void run() {
        try {
            step();
        } catch (TargetUnavailable failed) {
            breakOff(failed.error());
        } catch (RuntimeException failed) {
            ReconciliationLog.LOG.brokeOff(failed, subject, RETRY.waitAfter(1).toSeconds());
            breakOff(DeliveryError.BROKEN);
        }
    }

    private void breakOff(DeliveryError error) {
        long nextAt = jobs.clock().millis() + RETRY.waitAfter(1).toMillis();
        write(progress -> progress.brokeOff(error, nextAt));
    }

    private void step() {
        long since = jobs.clock().millis();
        jobs.inTransaction(this::work).ifPresent(it -> compare(it, since));
    }

    private record Work(RealmTarget settings, Target target, ExpectedGroups.Page page) {}

    /** Empty if the target no longer exists; then what is kept about it is removed. */
    private Optional<Work> work(KeycloakSession session) {
        Optional<RealmContext> context = jobs.enter(session, row.realmId);
        Optional<RealmTarget> found = context.flatMap(it -> RealmTarget.find(it.realm(), row.targetId));
        if (found.isEmpty()) {
            Deliveries.targetRemoved(session, row.targetId);
            return Optional.empty();
        }
        RealmTarget settings = found.get();
        subject = settings.subjectIn(context.get().realm());
        return Optional.of(new Work(
                settings,
                settings.connect(session),
                new ExpectedGroups(context.get(), settings).after(row.afterSchool, schools())));
    }

    /** Fewer once it broke off: perhaps there was too much to do for the time. */
    private int schools() {
        return row.lastError == null ? SCHOOLS : 1;
    }

    private void compare(Work work, long since) {
        try (Target target = work.target()) {
            Deadline deadline = Deadline.in(TIME_FOR_CALLS);
            Drift drift = target.compare(work.page().remoteGroups(), deadline);
            List<UnknownMember> unknownMembers = jobs.call(
                            row.realmId, context -> new DriftRepair(context, work.settings()).repair(drift))
                    .orElseThrow();
            unknownMembers.forEach(member -> target.remove(member, deadline));
            write(progress -> progress.wentOn(work.page(), drift, unknownMembers, since));
            if (work.page().isLast()) {
                finish(work);
            }
        }
    }

    private void finish(Work work) {
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            String from = after.get();
            after = jobs.call(row.realmId, context -> {
                long since = ReconciliationProgress.of(context, row.targetId)
                        .map(ReconciliationProgress::startedAt)
                        .orElse(0L);
                return new DriftRepair(context, work.settings()).refresh(from, since);
            });
        }
        write(ReconciliationProgress::finished);
    }

    private void write(Consumer<ReconciliationProgress> change) {
        jobs.run(
                row.realmId,
                context -> ReconciliationProgress.of(context, row.targetId).ifPresent(change));
    }
}
