package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.storage.UserStorageProvider;
import org.relais.keycloak.directory.record.AssignmentPosition;
import org.relais.keycloak.directory.record.Assignments;
import org.relais.keycloak.grant.OfficialRecordReconciliationEntity.Phase;
import org.relais.keycloak.platform.RealmContext;

/**
 * Goes through everybody who has, or had, a post, page by page, each page in one transaction together with how far it is. It
 * begins when a profile, a school or a group has changed, after the synchronisation of a federation, which tells of nobody,
 * and every hour for whatever else no event tells of.
 */
public final class OfficialRecordReconciliation {

    private static final int PAGE = 200;

    /** So many times as long as it took. */
    private static final int REST = 3;

    private static final Duration AT_THE_LATEST = Duration.ofHours(1);

    private final RealmContext context;
    private final OfficialRecordReconciliationStore store;

    public OfficialRecordReconciliation(RealmContext context) {
        this.context = context;
        this.store = new OfficialRecordReconciliationStore(context.entityManager());
    }

    /** How the latest sweep of a realm stands; {@code endedAt} is null while it is under way. */
    public record Progress(Instant startedAt, Instant endedAt, long examined) {}

    public Optional<Progress> progress() {
        return store.find(context.realmId())
                .filter(sweep -> sweep.startedAt > 0)
                .map(sweep -> new Progress(
                        Instant.ofEpochMilli(sweep.startedAt),
                        sweep.endedAt == null ? null : Instant.ofEpochMilli(sweep.endedAt),
                        sweep.examined));
    }

    /** A school or a group has come or changed; taken up by the next run, once the caller's transaction is committed. */
    public void call() {
        store.call(context.realmId());
    }

    /** One page, or the beginning of a sweep that is due; returns whether there is more to do. */
    public boolean step() {
        if (!new OfficialRights(context).areFollowed()) {
            store.find(context.realmId()).ifPresent(sweep -> sweep.rule = null);
            return false;
        }
        OfficialRecordReconciliationEntity sweep = store.lock(context.realmId());
        beginIfDue(sweep);
        switch (sweep.phase) {
            case RECORD -> record(sweep);
            case FOLLOWED -> followed(sweep);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void beginIfDue(OfficialRecordReconciliationEntity sweep) {
        String rule = new OfficialRights(context).rule();
        String syncs = syncs();
        boolean thorough = store.takeCalls(context.realmId())
                || !rule.equals(sweep.rule)
                || (sweep.phase == Phase.DONE
                        && context.clock().millis() - sweep.startedAt >= AT_THE_LATEST.toMillis());
        boolean synchronised = sweep.phase == Phase.DONE && isRested(sweep) && !syncs.equals(sweep.syncs);
        if (thorough || synchronised) {
            sweep.thorough = thorough || (sweep.phase != Phase.DONE && sweep.thorough);
            sweep.rule = rule;
            sweep.syncs = syncs;
            sweep.phase = Phase.RECORD;
            sweep.startedAt = context.clock().millis();
            sweep.endedAt = null;
            sweep.examined = 0;
            placeAt(sweep, AssignmentPosition.FIRST.value(), AssignmentPosition.FIRST.valueId());
        }
    }

    /** A sweep comes to its end, and rests, however often federations are synchronised. */
    private boolean isRested(OfficialRecordReconciliationEntity sweep) {
        return sweep.endedAt == null
                || context.clock().millis() - sweep.endedAt >= REST * (sweep.endedAt - sweep.startedAt);
    }

    private void record(OfficialRecordReconciliationEntity sweep) {
        List<AssignmentPosition> page = new Assignments(context.session(), context.realm())
                .page(new AssignmentPosition(sweep.placeValue, sweep.placeId, null), PAGE);
        if (page.isEmpty()) {
            sweep.phase = Phase.FOLLOWED;
            placeAt(sweep, null, "");
            return;
        }
        align(sweep, page.stream().map(AssignmentPosition::userId).distinct().toList());
        AssignmentPosition last = page.get(page.size() - 1);
        placeAt(sweep, last.value(), last.valueId());
    }

    private void followed(OfficialRecordReconciliationEntity sweep) {
        EntityManager em = context.entityManager();
        List<String> page =
                new OfficialStore(em).followed(context.realmId(), sweep.placeId == null ? "" : sweep.placeId, PAGE);
        if (page.isEmpty()) {
            sweep.phase = Phase.DONE;
            sweep.endedAt = context.clock().millis();
            return;
        }
        align(sweep, page);
        placeAt(sweep, null, page.get(page.size() - 1));
    }

    private void align(OfficialRecordReconciliationEntity sweep, List<String> userIds) {
        new OfficialMemberships(context).align(userIds, sweep.thorough);
        sweep.examined += userIds.size();
    }

    private static void placeAt(OfficialRecordReconciliationEntity sweep, String value, String id) {
        sweep.placeValue = value;
        sweep.placeId = id;
    }

    /** When the federations of the realm were last synchronised. */
    private String syncs() {
        return OfficialRights.digestOf(context.realm()
                .getComponentsStream(context.realmId(), UserStorageProvider.class.getName())
                .flatMap(federation -> federation.getConfig().entrySet().stream()
                        .filter(setting ->
                                setting.getKey().toLowerCase(Locale.ROOT).contains("lastsync"))
                        .map(setting -> federation.getId() + setting))
                .sorted());
    }
}
