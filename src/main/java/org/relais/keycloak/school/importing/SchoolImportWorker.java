package org.relais.keycloak.school.importing;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.Refusal;

/**
 * Carries out imports in the background: some schools a transaction, which also takes them off the list of what remains.
 * Nodes that work on the same import take turns.
 */
public final class SchoolImportWorker {

    private static final Logger LOG = Logger.getLogger(SchoolImportWorker.class);

    /** A session flushes all it holds for each school: many at once are slower than few. */
    private static final int BATCH = 20;

    /** The imports that a thread of this node is at. */
    private static final Set<String> AT_WORK = ConcurrentHashMap.newKeySet();

    private final KeycloakSessionFactory sessions;
    private final String importId;
    private final Clock clock;

    /** The first line of the latest attempt, the one to blame where it was the only one; null if it came to none. */
    private String tried;

    private SchoolImportWorker(KeycloakSessionFactory sessions, String importId, Clock clock) {
        this.sessions = sessions;
        this.importId = importId;
        this.clock = clock;
    }

    /** Goes on with what another node, or this one, has left; one statement when there is nothing. */
    public static void resume(KeycloakSession session, Clock clock) {
        SchoolImports.storeOf(session).underWay().forEach(id -> wake(session, id, clock));
    }

    /** Starts once the transaction has been committed. */
    static void wakeAfter(KeycloakSession session, String importId, Clock clock) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                wake(session, importId, clock);
            }

            @Override
            protected void rollbackImpl() {}
        });
    }

    private static void wake(KeycloakSession session, String importId, Clock clock) {
        if (AT_WORK.add(importId)) {
            SchoolImportWorker worker = new SchoolImportWorker(session.getKeycloakSessionFactory(), importId, clock);
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
            LOG.warnf(failed, "import %s stopped, it goes on within a minute", importId);
        } finally {
            AT_WORK.remove(importId);
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
            giveUp(tried, refusal.problems().get(0));
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "import %s: a school could not be changed", importId);
            giveUp(tried, Problem.general("import-line-failed"));
        }
    }

    /** If that fails too, the import rests: it is the server that is ill, not the line. */
    private void giveUp(String lineId, Problem problem) {
        KeycloakModelUtils.runJobInTransaction(
                sessions, session -> SchoolImports.storeOf(session).giveUp(lineId, problem));
    }

    private boolean inTransaction(int lines) {
        tried = null;
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> work(session, lines));
    }

    private boolean work(KeycloakSession session, int most) {
        SchoolImportStore store = SchoolImports.storeOf(session);
        SchoolImportEntity it = store.lock(importId);
        RealmModel realm =
                it == null || it.finishedAt != null ? null : session.realms().getRealm(it.realmId);
        if (realm == null) {
            return false;
        }
        session.getContext().setRealm(realm);
        List<SchoolImportLineEntity> lines = store.toDo(importId, most);
        if (lines.isEmpty()) {
            it.finish(clock.millis());
            LOG.infof(
                    "import %s: %d schools created, %d changed, %d groups created",
                    importId, it.created, it.changed, it.groups);
            return false;
        }
        tried = lines.get(0).id;
        List<SchoolLine> said =
                lines.stream().map(SchoolImportLineEntity::toLine).toList();
        new SchoolSynchronizer(session, realm, clock).bring(said, it.withGroups).forEach(it::add);
        store.done(lines);
        return true;
    }
}
