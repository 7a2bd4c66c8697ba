package org.relais.keycloak.directory.index;

import static org.relais.keycloak.directory.index.IndexLog.LOG;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProvider;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.platform.Sha256;

/**
 * Compares the index with all accounts of a realm, a page in a transaction, and writes what differs: it builds the index, and
 * it finds what no event told of. It begins on a realm that was never indexed, when what the realm says about reading
 * accounts has changed, after the synchronisation of a federation, once a day, and when an administrator asks for it.
 */
public final class IndexReconciliation {

    private static final int PAGE = 500;
    private static final Duration AT_THE_LATEST = Duration.ofDays(1);
    /** So many times as long as it took. */
    private static final int REST = 3;

    private static final String BEFORE_ANY = " ";

    private final RealmModel realm;
    private final Clock clock;
    private final IndexStateStore states;
    private final IndexStore store;
    private final PeopleIndex index;

    public IndexReconciliation(RealmContext context) {
        EntityManager em = context.entityManager();
        this.realm = context.realm();
        this.clock = context.clock();
        this.states = new IndexStateStore(em);
        this.store = new IndexStore(em);
        this.index = new PeopleIndex(context);
    }

    /**
     * How the latest comparison stands.
     *
     * @param endedAt null while it is under way
     * @param equalAt when the latest one that came to its end had begun; null if none has
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

    /** Begins from the first account, even if one is under way. */
    public void begin() {
        begin(states.lock(realm.getId()));
    }

    private void begin(IndexStateEntity state) {
        state.configuration = index.configuration();
        state.syncs = syncs();
        state.place = BEFORE_ANY;
        state.startedAt = clock.millis();
        state.endedAt = null;
        state.compared = 0;
        state.written = 0;
    }

    /** Compares a page, or begins if that is due; returns whether there is more to do. */
    public boolean step() {
        return step(index::refresh);
    }

    /** The same, where a page could not be written: each person alone, and whoever cannot be is left out. */
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
        if (isDue(state)) {
            begin(state);
            return true;
        }
        if (state.endedAt != null) {
            return false;
        }
        List<String> page = store.accountsAfter(realm.getId(), state.place, PAGE);
        if (page.isEmpty()) {
            return !finish(state);
        }
        state.written += refresh.applyAsInt(page);
        state.compared += page.size();
        state.place = page.get(page.size() - 1);
        return true;
    }

    /** Removes those whose account is gone; returns whether all are. */
    private boolean finish(IndexStateEntity state) {
        List<String> gone = store.withoutAccount(realm.getId(), PAGE);
        if (gone.isEmpty()) {
            state.endedAt = clock.millis();
            state.equalAt = state.startedAt;
            return true;
        }
        store.remove(gone);
        state.written += gone.size();
        return false;
    }

    /** One that is under way comes to its end, however often federations are synchronised meanwhile; the next one is for them. */
    private boolean isDue(IndexStateEntity state) {
        if (!index.configuration().equals(state.configuration)) {
            return true;
        }
        boolean isOver = state.endedAt != null;
        return isOver && (isOld(state) || isRested(state) && !syncs().equals(state.syncs));
    }

    private boolean isOld(IndexStateEntity state) {
        return clock.millis() - state.startedAt >= AT_THE_LATEST.toMillis();
    }

    /** A large academy is not compared without end because its directory is synchronised every few minutes. */
    private boolean isRested(IndexStateEntity state) {
        return clock.millis() - state.endedAt >= REST * (state.endedAt - state.startedAt);
    }

    /** When the federations of the realm were last synchronised; they tell of nobody whom that changed. */
    private String syncs() {
        return Sha256.of(realm.getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
                .flatMap(federation -> federation.getConfig().entrySet().stream()
                        .filter(setting ->
                                setting.getKey().toLowerCase(Locale.ROOT).contains("lastsync"))
                        .map(setting -> federation.getId() + setting))
                .sorted()
                .toList());
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
