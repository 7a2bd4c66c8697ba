package org.relais.keycloak.school.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.platform.KeycloakId;
import org.relais.keycloak.problem.Conflict;
import org.relais.keycloak.problem.Problem;

/**
 * Changes of many schools. They are written down whole in the transaction of whoever asks for them, and carried out in the
 * background, some schools a transaction; whatever stops that, it goes on where it was.
 */
public final class SchoolImports {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;
    private final SchoolImportStore store;

    public SchoolImports(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
        this.store = storeOf(session);
    }

    /**
     * Starts to bring schools to what lines say, after the caller's transaction.
     *
     * @param lines one for a school
     * @throws Conflict while another import of the realm goes on
     */
    public SchoolImport start(List<SchoolLine> lines, boolean withGroups, String actor) {
        if (store.isUnderWay(realm.getId())) {
            throw new Conflict(Problem.general("import-under-way"));
        }
        SchoolImportEntity started = new SchoolImportEntity();
        started.id = KeycloakModelUtils.generateId();
        started.realmId = realm.getId();
        started.actor = actor;
        started.withGroups = withGroups;
        started.startedAt = clock.millis();
        started.total = lines.size();
        started.activeKey = realm.getId();
        if (lines.isEmpty()) {
            started.finish(clock.millis());
        }
        store.add(started, lines);
        if (!lines.isEmpty()) {
            SchoolImportWorker.wakeAfter(session, started.id, clock);
        }
        return view(started);
    }

    public Optional<SchoolImport> find(String id) {
        return KeycloakId.of(id).flatMap(it -> store.find(realm.getId(), it)).map(this::view);
    }

    /** The latest, the newest first. */
    public List<SchoolImport> recent(int max) {
        return store.recent(realm.getId(), max).stream().map(this::view).toList();
    }

    public static void realmRemoved(KeycloakSession session, String realmId) {
        storeOf(session).removeRealm(realmId);
    }

    static SchoolImportStore storeOf(KeycloakSession session) {
        return new SchoolImportStore(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    private SchoolImport view(SchoolImportEntity it) {
        return new SchoolImport(
                it.id,
                it.actor,
                Instant.ofEpochMilli(it.startedAt),
                it.finishedAt == null ? null : Instant.ofEpochMilli(it.finishedAt),
                it.total,
                it.finishedAt == null ? store.countToDo(it.id) : 0,
                it.created,
                it.changed,
                it.groups,
                store.failed(it.id).stream()
                        .map(SchoolImportLineEntity::toFailure)
                        .toList());
    }
}
