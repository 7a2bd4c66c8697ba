package org.relais.keycloak.directory;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProvider;

/**
 * Compares the index with all accounts of a realm, a page in a transaction, and writes what differs: it builds the index, and
 * it finds what no event told of. It begins on a realm that was never indexed, when what the realm says about reading
 * accounts has changed, after the synchronisation of a federation, once a day, and when an administrator asks for it.
 */
public final class IndexComparison {

    private static final int PAGE = 500;
    private static final Duration AT_THE_LATEST = Duration.ofDays(1);
    private static final String BEFORE_ANY = " ";

    private final RealmModel realm;
    private final Clock clock;
    private final IndexStateStore states;
    private final IndexStore store;
    private final PeopleIndex index;

    public IndexComparison(KeycloakSession session, RealmModel realm, Clock clock) {
        EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realm = realm;
        this.clock = clock;
        this.states = new IndexStateStore(em);
        this.store = new IndexStore(em);
        this.index = new PeopleIndex(session, realm);
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
        state.written += index.refresh(page);
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

    private boolean isDue(IndexStateEntity state) {
        boolean old = state.endedAt != null && clock.millis() - state.startedAt >= AT_THE_LATEST.toMillis();
        return old || !index.configuration().equals(state.configuration) || !syncs().equals(state.syncs);
    }

    /** When the federations of the realm were last synchronised; they tell of nobody whom that changed. */
    private String syncs() {
        return Digest.of(realm.getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
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
        EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        new IndexStore(em).removeRealm(realmId);
        new IndexStateStore(em).removeRealm(realmId);
        new WatermarkStore(em).removeRealm(realmId);
    }
}
