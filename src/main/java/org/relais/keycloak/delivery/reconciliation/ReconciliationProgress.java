package org.relais.keycloak.delivery.reconciliation;

import java.util.List;
import java.util.Optional;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.Drift;
import org.relais.keycloak.delivery.target.UnknownMember;
import org.relais.keycloak.platform.RealmContext;

/** How far a reconciliation has come, written into its row. */
final class ReconciliationProgress {

    private final RealmContext context;
    private final ReconciliationEntity row;

    private ReconciliationProgress(RealmContext context, ReconciliationEntity row) {
        this.context = context;
        this.row = row;
    }

    static Optional<ReconciliationProgress> of(RealmContext context, String targetId) {
        return new ReconciliationStore(context.entityManager())
                .find(targetId)
                .map(row -> new ReconciliationProgress(context, row));
    }

    /** When the reconciliation under way began. */
    long startedAt() {
        return row.startedAt;
    }

    /** @param since when this step began */
    void wentOn(ExpectedGroups.Page page, Drift drift, List<UnknownMember> unknownMembers, long since) {
        if (row.afterSchool == null) {
            row.remoteGroups = 0;
            row.missing = 0;
            row.surplus = 0;
            row.unknownMembers = 0;
            row.startedAt = since;
            row.finishedAt = null;
        }
        row.remoteGroups += page.remoteGroups().size();
        row.missing += drift.missing().size();
        row.unknownMembers += unknownMembers.size();
        row.surplus += drift.surplus().size() + drift.unknownMembers().size() - unknownMembers.size();
        row.afterSchool = page.last();
        row.leasedUntil = page.isLast() ? row.leasedUntil : 0;
    }

    void finished() {
        row.afterSchool = null;
        row.lastError = null;
        row.finishedAt = context.clock().millis();
        row.nextAt = Reconciliations.nextNight(context);
        row.leasedUntil = 0;
    }

    void brokeOff(DeliveryError error, long nextAt) {
        row.lastError = error.stored();
        row.nextAt = nextAt;
        row.leasedUntil = 0;
    }
}
