package org.relais.keycloak.school.importing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.Impersonator;
import org.relais.keycloak.platform.KeycloakId;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Conflict;
import org.relais.keycloak.problem.Problem;

/**
 * Imports of schools. The caller's transaction stores an import as a whole; the background then changes some schools in each
 * transaction, and after any interruption goes on where it stopped.
 */
public final class SchoolImports {

    private final RealmContext context;
    private final SchoolImportStore store;

    public SchoolImports(RealmContext context) {
        this.context = context;
        this.store = storeOf(context.session());
    }

    /**
     * Starts to make schools match a list, once the caller's transaction is committed.
     *
     * @param lines one for each school
     * @throws Conflict while another import of the realm goes on
     */
    public SchoolImport start(List<SchoolLine> lines, boolean withGroups, String actor) {
        if (store.isUnderWay(context.realmId())) {
            throw new Conflict(Problem.general(ImportProblem.IMPORT_UNDER_WAY));
        }
        SchoolImportEntity started = new SchoolImportEntity();
        started.id = KeycloakModelUtils.generateId();
        started.realmId = context.realmId();
        started.actor = actor;
        started.impersonator = Impersonator.idOf(context.session(), actor);
        started.withGroups = withGroups;
        started.startedAt = context.clock().millis();
        started.total = lines.size();
        started.activeKey = context.realmId();
        if (lines.isEmpty()) {
            started.finish(context.clock().millis());
        }
        store.add(started, lines);
        if (!lines.isEmpty()) {
            SchoolImportWorker.startAfterCommit(context, started.id);
        }
        return view(started);
    }

    public Optional<SchoolImport> find(String id) {
        return KeycloakId.of(id)
                .flatMap(it -> store.find(context.realmId(), it))
                .map(this::view);
    }

    /** The latest, the newest first. */
    public List<SchoolImport> recent(int max) {
        return store.recent(context.realmId(), max).stream().map(this::view).toList();
    }

    public static void realmRemoved(KeycloakSession session, String realmId) {
        storeOf(session).removeRealm(realmId);
    }

    static SchoolImportStore storeOf(KeycloakSession session) {
        return new SchoolImportStore(EntityManagers.of(session));
    }

    private SchoolImport view(SchoolImportEntity it) {
        return new SchoolImport(
                it.id,
                it.actor,
                it.impersonator,
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
