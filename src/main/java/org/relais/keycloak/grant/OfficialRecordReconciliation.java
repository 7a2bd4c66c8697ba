package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.relais.keycloak.directory.record.AssignmentPosition;
import org.relais.keycloak.directory.record.Assignments;
import org.relais.keycloak.directory.record.FederationSyncs;
import org.relais.keycloak.grant.OfficialRecordReconciliationEntity.Phase;
import org.relais.keycloak.platform.RealmContext;

/**
 * Compares the official memberships of everybody who has, or had, an assignment with the official record, page by page. Each
 * page is one transaction, which also keeps the position. It begins when a profile, a school or a group has changed, after the
 * synchronisation of a federation, which sends no events for users, and every hour for whatever else sends none.
 */
public final class OfficialRecordReconciliation {

    private static final int PAGE = 200;

    /** The pause between two reconciliations that federations cause, as a multiple of how long the last one took. */
    private static final int PAUSE_FACTOR = 3;

    private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);

    private final RealmContext context;
    private final OfficialRecordReconciliationStore store;

    public OfficialRecordReconciliation(RealmContext context) {
        this.context = context;
        this.store = new OfficialRecordReconciliationStore(context.entityManager());
    }

    /** How far the latest reconciliation of a realm is; {@code endedAt} is null while it runs. */
    public record Progress(Instant startedAt, Instant endedAt, long examined) {}

    public Optional<Progress> progress() {
        return store.find(context.realmId())
                .filter(state -> state.startedAt > 0)
                .map(state -> new Progress(
                        Instant.ofEpochMilli(state.startedAt),
                        state.endedAt == null ? null : Instant.ofEpochMilli(state.endedAt),
                        state.examined));
    }

    /**
     * Asks for a reconciliation, because a school or a group is new or has changed. The next run begins it, once the caller's
     * transaction is committed.
     */
    public void request() {
        store.request(context.realmId());
    }

    /** Does one page, or begins a reconciliation that is due; returns whether there is more to do. */
    public boolean step() {
        if (!new OfficialRights(context).areFollowed()) {
            store.find(context.realmId()).ifPresent(state -> state.rule = null);
            return false;
        }
        OfficialRecordReconciliationEntity state = store.lock(context.realmId());
        beginIfDue(state);
        switch (state.phase) {
            case RECORD -> record(state);
            case FOLLOWED -> followed(state);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void beginIfDue(OfficialRecordReconciliationEntity state) {
        String rule = new OfficialRights(context).rule();
        String syncs = syncs();
        boolean thorough = store.takeRequests(context.realmId())
                || !rule.equals(state.rule)
                || (state.phase == Phase.DONE
                        && context.clock().millis() - state.startedAt >= LONGEST_INTERVAL.toMillis());
        boolean synchronised = state.phase == Phase.DONE && hasPaused(state) && !syncs.equals(state.syncs);
        if (thorough || synchronised) {
            state.thorough = thorough || (state.phase != Phase.DONE && state.thorough);
            state.rule = rule;
            state.syncs = syncs;
            state.phase = Phase.RECORD;
            state.startedAt = context.clock().millis();
            state.endedAt = null;
            state.examined = 0;
            moveTo(state, AssignmentPosition.FIRST.value(), AssignmentPosition.FIRST.valueId());
        }
    }

    /** A reconciliation ends, and pauses, however often federations are synchronised. */
    private boolean hasPaused(OfficialRecordReconciliationEntity state) {
        return state.endedAt == null
                || context.clock().millis() - state.endedAt >= PAUSE_FACTOR * (state.endedAt - state.startedAt);
    }

    private void record(OfficialRecordReconciliationEntity state) {
        List<AssignmentPosition> page = new Assignments(context.session(), context.realm())
                .page(new AssignmentPosition(state.positionValue, state.positionId, null), PAGE);
        if (page.isEmpty()) {
            state.phase = Phase.FOLLOWED;
            moveTo(state, null, "");
            return;
        }
        align(state, page.stream().map(AssignmentPosition::userId).distinct().toList());
        AssignmentPosition last = page.get(page.size() - 1);
        moveTo(state, last.value(), last.valueId());
    }

    private void followed(OfficialRecordReconciliationEntity state) {
        EntityManager em = context.entityManager();
        List<String> page = new OfficialStore(em)
                .followed(context.realmId(), state.positionId == null ? "" : state.positionId, PAGE);
        if (page.isEmpty()) {
            state.phase = Phase.DONE;
            state.endedAt = context.clock().millis();
            return;
        }
        align(state, page);
        moveTo(state, null, page.get(page.size() - 1));
    }

    private void align(OfficialRecordReconciliationEntity state, List<String> userIds) {
        new OfficialMemberships(context).align(userIds, state.thorough);
        state.examined += userIds.size();
    }

    private static void moveTo(OfficialRecordReconciliationEntity state, String value, String id) {
        state.positionValue = value;
        state.positionId = id;
    }

    /** When the federations of the realm were last synchronised. */
    private String syncs() {
        return OfficialRights.digestOf(FederationSyncs.of(context.realm()).stream());
    }
}
