package org.relais.keycloak.delivery.reconciliation;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.delivery.DispatchAfterCommit;
import org.relais.keycloak.delivery.RealmTarget;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.school.Academy;

/**
 * When targets are compared with what they should hold: once when they are new, every night, and when somebody asks. Those
 * that cannot say what they hold are then told of everybody.
 */
public final class Reconciliations {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 0);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;
    private final ReconciliationStore store;

    public Reconciliations(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
        this.store = new ReconciliationStore(entityManager(session));
    }

    /** Plans for targets that are new; one read per target where there is nothing to plan. */
    public void plan() {
        RealmTarget.of(realm).stream()
                .filter(target -> store.find(target.id()).isEmpty())
                .forEach(target -> store.plan(realm.getId(), target.id(), clock.millis()));
    }

    /** Compares as soon as somebody has time. */
    public void ask(RealmTarget target) {
        store.plan(realm.getId(), target.id(), clock.millis());
        store.hurry(target.id(), clock.millis());
        DispatchAfterCommit.after(session);
    }

    /** How the last one went, or the one under way; empty if there was none. */
    public Optional<Report> report(RealmTarget target) {
        return store.find(target.id()).map(Report::of);
    }

    /**
     * What a comparison found.
     *
     * @param missing   people who were not everywhere they should be; they are delivered again
     * @param surplus   people who were where they should not be; they are taken out
     * @param strangers entries that belong to nobody we know; they are taken out
     * @param error     what the one under way broke off with; null if it did not
     */
    public record Report(
            Instant startedAt,
            Instant finishedAt,
            long places,
            long missing,
            long surplus,
            long strangers,
            DeliveryError error) {

        private static Report of(ReconciliationEntity row) {
            return new Report(
                    row.startedAt == null ? null : Instant.ofEpochMilli(row.startedAt),
                    row.finishedAt == null ? null : Instant.ofEpochMilli(row.finishedAt),
                    row.places,
                    row.missing,
                    row.surplus,
                    row.strangers,
                    DeliveryError.ofStored(row.lastError));
        }
    }

    /** One step of a comparison that is due, to be run by the caller; empty if none is. */
    public static Optional<Runnable> due(KeycloakSessionFactory sessions, Clock clock) {
        long now = clock.millis();
        return KeycloakModelUtils.runJobInTransactionWithResult(
                        sessions,
                        session -> new ReconciliationStore(entityManager(session)).take(now, now + LEASE.toMillis()))
                .map(row -> new ReconciliationStep(sessions, clock, row));
    }

    static long nextNight(RealmModel realm, Clock clock) {
        Academy academy = Academy.of(realm);
        ZonedDateTime now = clock.instant().atZone(academy.timeZone());
        ZonedDateTime tonight = now.with(AT_NIGHT);
        return (tonight.isAfter(now) ? tonight : tonight.plusDays(1))
                .toInstant()
                .toEpochMilli();
    }

    private static EntityManager entityManager(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
