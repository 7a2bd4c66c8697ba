package org.relais.keycloak.school.importing;

import static org.relais.keycloak.school.importing.SchoolImportLog.LOG;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.relais.keycloak.platform.AfterCommit;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.Refusal;

/**
 * Carries out imports in the background. Each transaction changes some schools and takes them off the list of those that
 * remain. Nodes that work on the same import take turns.
 */
public final class SchoolImportWorker {

    /** A session flushes all it holds for each school: many at once are slower than few. */
    private static final int BATCH = 20;

    /** The imports that a thread of this node is working on. */
    private static final Set<String> RUNNING = ConcurrentHashMap.newKeySet();

    private final RealmJobs jobs;
    private final String importId;
    private final String realmName;

    /** The first line of the latest attempt, the one to blame where it was the only one; null if it came to none. */
    private SchoolImportLineEntity tried;

    private SchoolImportWorker(RealmJobs jobs, String importId, String realmName) {
        this.jobs = jobs;
        this.importId = importId;
        this.realmName = realmName;
    }

    /** Goes on with the imports that another node, or this one, has left; one statement when there are none. */
    public static void resume(RealmJobs jobs) {
        jobs.inTransaction(session -> {
            List<SchoolImportEntity> underWay = SchoolImports.storeOf(session).underWay();
            underWay.forEach(it -> {
                RealmModel realm = session.realms().getRealm(it.realmId);
                if (realm != null) {
                    start(session, new SchoolImportWorker(jobs, it.id, realm.getName()));
                }
            });
            return underWay.size();
        });
    }

    static void startAfterCommit(RealmContext context, String importId) {
        RealmJobs jobs = RealmJobs.of(context.session(), context.clock());
        SchoolImportWorker worker =
                new SchoolImportWorker(jobs, importId, context.realm().getName());
        AfterCommit.run(context.session(), () -> start(context.session(), worker));
    }

    private static void start(KeycloakSession session, SchoolImportWorker worker) {
        if (RUNNING.add(worker.importId)) {
            session.getProvider(ExecutorsProvider.class)
                    .getExecutor("relais-import")
                    .execute(worker::run);
        }
    }

    private void run() {
        try {
            boolean more = true;
            while (more) {
                more = batch();
            }
        } catch (RuntimeException failed) {
            LOG.importStopped(failed, importId, realmName);
        } finally {
            RUNNING.remove(importId);
        }
    }

    /** Returns whether there may be more to do. One bad line does not hold up the others of its batch. */
    private boolean batch() {
        try {
            return inTransaction(BATCH);
        } catch (RuntimeException failed) {
            for (int i = 0; i < BATCH; i++) {
                alone();
            }
            return true;
        }
    }

    private void alone() {
        try {
            inTransaction(1);
        } catch (Refusal refusal) {
            giveUp(refusal.problems().get(0));
        } catch (RuntimeException failed) {
            LOG.schoolNotChanged(failed, importId, realmName, tried == null ? "-" : tried.uai);
            giveUp(Problem.general(ImportProblem.IMPORT_LINE_FAILED));
        }
    }

    /** If that fails too, the import rests: the fault is the server's, not the line's. */
    private void giveUp(Problem problem) {
        jobs.inTransaction(session -> {
            SchoolImports.storeOf(session).giveUp(tried == null ? null : tried.id, problem);
            return true;
        });
    }

    private boolean inTransaction(int lines) {
        tried = null;
        return jobs.inTransaction(session -> work(session, lines));
    }

    private boolean work(KeycloakSession session, int most) {
        SchoolImportStore store = SchoolImports.storeOf(session);
        SchoolImportEntity it = store.lock(importId);
        Optional<RealmContext> context =
                it == null || it.finishedAt != null ? Optional.empty() : jobs.enter(session, it.realmId);
        if (context.isEmpty()) {
            return false;
        }
        List<SchoolImportLineEntity> lines = store.toDo(importId, most);
        if (lines.isEmpty()) {
            it.finish(jobs.clock().millis());
            LOG.importFinished(importId, realmName, it.created, it.changed, it.groups);
            return false;
        }
        tried = lines.get(0);
        List<SchoolLine> said =
                lines.stream().map(SchoolImportLineEntity::toLine).toList();
        new SchoolSynchronizer(context.get()).apply(said, it.withGroups).forEach(it::add);
        store.done(lines);
        return true;
    }
}
