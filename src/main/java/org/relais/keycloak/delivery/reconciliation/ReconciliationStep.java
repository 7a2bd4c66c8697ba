package org.relais.keycloak.delivery.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.delivery.Deliveries;
import org.relais.keycloak.delivery.RealmTarget;
import org.relais.keycloak.delivery.Target;
import org.relais.keycloak.delivery.target.Deadline;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.Drift;
import org.relais.keycloak.delivery.target.TargetUnavailable;
import org.relais.keycloak.delivery.target.UnknownMember;
import org.relais.keycloak.platform.RetryPolicy;

/**
 * Compares a target with what it should hold, for the groups of some schools; the next step goes on after them. What is
 * found is not put right here: the people concerned are asked for, and the queue decides by how things stand then.
 */
final class ReconciliationStep implements Runnable {

    private static final Logger LOG = Logger.getLogger(ReconciliationStep.class);
    private static final int SCHOOLS = 20;
    private static final Duration TIME_TO_SPEAK = Duration.ofMinutes(3);
    private static final RetryPolicy RETRY = RetryPolicy.every(Duration.ofMinutes(5));

    private final KeycloakSessionFactory sessions;
    private final Clock clock;
    private final ReconciliationEntity row;

    ReconciliationStep(KeycloakSessionFactory sessions, Clock clock, ReconciliationEntity row) {
        this.sessions = sessions;
        this.clock = clock;
        this.row = row;
    }

    @Override
    public void run() {
        try {
            step();
        } catch (TargetUnavailable failed) {
            write(progress -> progress.brokeOff(
                    failed.error(), clock.millis() + RETRY.waitAfter(1).toMillis()));
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "the comparison of target %s broke off, it goes on later", row.targetId);
            write(progress -> progress.brokeOff(
                    DeliveryError.BROKEN, clock.millis() + RETRY.waitAfter(1).toMillis()));
        }
    }

    private void step() {
        long since = clock.millis();
        Optional<Work> work = inRealm(session -> {
            RealmModel realm = session.getContext().getRealm();
            Optional<RealmTarget> target = realm == null ? Optional.empty() : RealmTarget.find(realm, row.targetId);
            if (target.isEmpty()) {
                Deliveries.targetRemoved(session, row.targetId);
            }
            return target.map(found -> new Work(
                    found,
                    found.connect(session),
                    new ExpectedGroups(session, realm, found, clock).after(row.afterSchool, schools())));
        });
        work.ifPresent(it -> compare(it, since));
    }

    /** Fewer once it broke off: perhaps there was too much to do for the time. */
    private int schools() {
        return row.lastError == null ? SCHOOLS : 1;
    }

    private record Work(RealmTarget settings, Target target, ExpectedGroups.Page page) {}

    private void compare(Work work, long since) {
        try (Target target = work.target()) {
            Deadline deadline = Deadline.in(TIME_TO_SPEAK);
            Drift drift = target.compare(work.page().places(), deadline);
            List<UnknownMember> strangers = inRealm(session -> {
                RealmModel realm = session.getContext().getRealm();
                return new DriftRepair(session, realm, work.settings(), clock).takeUp(drift);
            });
            strangers.forEach(unknownMember -> target.remove(unknownMember, deadline));
            write(progress -> progress.wentOn(work.page(), drift, strangers, since));
            if (work.page().isLast()) {
                finish(work);
            }
        }
    }

    private void finish(Work work) {
        String after = "";
        while (after != null) {
            String from = after;
            after = inRealm(session -> {
                long since = ReconciliationProgress.of(session, row.targetId, clock)
                        .map(ReconciliationProgress::startedAt)
                        .orElse(0L);
                return new DriftRepair(session, session.getContext().getRealm(), work.settings(), clock)
                        .refresh(from, since);
            });
        }
        write(ReconciliationProgress::finished);
    }

    private void write(Consumer<ReconciliationProgress> change) {
        inRealm(session -> {
            ReconciliationProgress.of(session, row.targetId, clock).ifPresent(change);
            return null;
        });
    }

    private <T> T inRealm(Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            session.getContext().setRealm(session.realms().getRealm(row.realmId));
            return work.apply(session);
        });
    }
}
