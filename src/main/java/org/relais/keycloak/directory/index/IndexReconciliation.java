package org.relais.keycloak.directory.index;

import static org.relais.keycloak.directory.index.IndexLog.LOG;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.relais.keycloak.directory.record.FederationSyncs;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.platform.Sha256;

/**
 * The reconciliation of the index with all accounts of a realm. Each transaction compares a page and writes what differs, so
 * the same code builds the index and finds the changes that no event told of. {@link ReconciliationSchedule} says when one
 * begins by itself; an administrator can begin one at any time.
 */
public final class IndexReconciliation {

    private static final int PAGE = 500;
    private static final String BEFORE_ANY = " ";

    private final RealmModel realm;
    private final Clock clock;
    private final IndexStateStore states;
    private final IndexStore store;
    private final IndexedUserStore users;
    private final PeopleIndex index;

    public IndexReconciliation(RealmContext context) {
        EntityManager em = context.entityManager();
        this.realm = context.realm();
        this.clock = context.clock();
        this.states = new IndexStateStore(em);
        this.store = new IndexStore(em);
        this.users = new IndexedUserStore(em);
        this.index = new PeopleIndex(context);
    }

    /**
     * How far the latest reconciliation is.
     *
     * @param endedAt null while it is under way
     * @param equalAt when the latest one that ended had begun; null if none has ended
     */
    public record Progress(Instant startedAt, Instant endedAt, Instant equalAt, long compared, long written) {}

    public Optional<Progress> progress() {
        return states.find(realm.getId())
                .map(state -> new Progress(
                        Instant.ofEpochMilli(state.startedAt),
                        instant(state.endedAt),
                        instant(state.equalAt),
                        state.compared,
                        state.written));
    }

    /** Begins at the first account, even if a reconciliation is under way. */
    public void begin() {
        begin(states.lock(realm.getId()));
    }

    private void begin(IndexStateEntity state) {
        ReconciliationSchedule schedule = schedule();
        state.configuration = schedule.configuration();
        state.syncs = schedule.syncs();
        state.position = BEFORE_ANY;
        state.startedAt = clock.millis();
        state.endedAt = null;
        state.compared = 0;
        state.written = 0;
    }

    /** Compares a page, or begins a reconciliation if one is due; returns whether there is more to do. */
    public boolean step() {
        return step(index::refresh);
    }

    /** The same after a page could not be written: writes each person alone and leaves out those who cannot be written. */
    public boolean stepOneByOne(RealmJobs jobs) {
        return step(page ->
                page.stream().mapToInt(person -> refreshAlone(jobs, person)).sum());
    }

    private int refreshAlone(RealmJobs jobs, String person) {
        try {
            return jobs.call(realm.getId(), own -> new PeopleIndex(own).refresh(List.of(person)))
                    .orElse(0);
        } catch (RuntimeException failed) {
            LOG.userNotIndexed(failed, realm.getName(), person);
            return 0;
        }
    }

    private boolean step(ToIntFunction<List<String>> refresh) {
        IndexStateEntity state = states.lock(realm.getId());
        if (schedule().isDue(state)) {
            begin(state);
            return true;
        }
        if (state.endedAt != null) {
            return false;
        }
        List<String> page = users.accountsAfter(realm.getId(), state.position, PAGE);
        if (page.isEmpty()) {
            return !finish(state);
        }
        state.written += refresh.applyAsInt(page);
        state.compared += page.size();
        state.position = page.get(page.size() - 1);
        return true;
    }

    /** Removes people whose account is gone; returns whether that was the last of them. */
    private boolean finish(IndexStateEntity state) {
        List<String> gone = users.withoutAccount(realm.getId(), PAGE);
        if (gone.isEmpty()) {
            state.endedAt = clock.millis();
            state.equalAt = state.startedAt;
            return true;
        }
        store.remove(gone);
        state.written += gone.size();
        return false;
    }

    private ReconciliationSchedule schedule() {
        return new ReconciliationSchedule(index.configuration(), Sha256.of(FederationSyncs.of(realm)), clock.millis());
    }

    private static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    /** Forgets a realm that is gone. */
    public static void realmRemoved(KeycloakSession session, String realmId) {
        EntityManager em = EntityManagers.of(session);
        new IndexStore(em).removeRealm(realmId);
        new IndexStateStore(em).removeRealm(realmId);
        new WatermarkStore(em).removeRealm(realmId);
    }
}
