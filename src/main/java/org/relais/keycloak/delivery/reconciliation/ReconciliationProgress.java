package org.relais.keycloak.delivery.reconciliation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.Drift;
import org.relais.keycloak.delivery.target.UnknownMember;

/** How far a comparison is, written into its row. */
final class ReconciliationProgress {

    private final KeycloakSession session;
    private final ReconciliationEntity row;
    private final Clock clock;

    private ReconciliationProgress(KeycloakSession session, ReconciliationEntity row, Clock clock) {
        this.session = session;
        this.row = row;
        this.clock = clock;
    }

    static Optional<ReconciliationProgress> of(KeycloakSession session, String targetId, Clock clock) {
        return new ReconciliationStore(
                        session.getProvider(JpaConnectionProvider.class).getEntityManager())
                .find(targetId)
                .map(row -> new ReconciliationProgress(session, row, clock));
    }

    /** When the comparison under way began. */
    long startedAt() {
        return row.startedAt;
    }

    /** @param since when this step began */
    void wentOn(ExpectedGroups.Page page, Drift drift, List<UnknownMember> strangers, long since) {
        if (row.afterSchool == null) {
            row.places = 0;
            row.missing = 0;
            row.surplus = 0;
            row.strangers = 0;
            row.startedAt = since;
            row.finishedAt = null;
        }
        row.places += page.places().size();
        row.missing += drift.missing().size();
        row.strangers += strangers.size();
        row.surplus += drift.surplus().size() + drift.strangers().size() - strangers.size();
        row.afterSchool = page.last();
        row.leasedUntil = page.isLast() ? row.leasedUntil : 0;
    }

    void finished() {
        row.afterSchool = null;
        row.lastError = null;
        row.finishedAt = clock.millis();
        row.nextAt = Reconciliations.nextNight(session.getContext().getRealm(), clock);
        row.leasedUntil = 0;
    }

    void brokeOff(DeliveryError error, long nextAt) {
        row.lastError = error.stored();
        row.nextAt = nextAt;
        row.leasedUntil = 0;
    }
}
