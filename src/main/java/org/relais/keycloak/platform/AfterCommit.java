package org.relais.keycloak.platform;

import java.util.function.Consumer;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Work that follows the transaction of a session: it is done once that has been committed, and not at all if it is rolled back. */
public final class AfterCommit extends AbstractKeycloakTransaction {

    private final Runnable work;

    private AfterCommit(Runnable work) {
        this.work = work;
    }

    /**
     * Does something that needs no transaction: it wakes a task, or sends what was read before. What it throws reaches
     * whoever commits.
     */
    public static void run(KeycloakSession session, Runnable work) {
        session.getTransactionManager().enlistAfterCompletion(new AfterCommit(work));
    }

    /** The same, at most once for each key however often the session asks for it. */
    public static void once(KeycloakSession session, String key, Runnable work) {
        String asked = AfterCommit.class.getName() + "." + key;
        if (session.getAttribute(asked) == null) {
            session.setAttribute(asked, Boolean.TRUE);
            run(session, work);
        }
    }

    /**
     * Does something in a transaction of its own. Its failure is logged and reaches nobody: the request that asked for it has
     * succeeded.
     *
     * @param subject what the work is about, for the log
     */
    public static void inTransaction(KeycloakSession session, String subject, Consumer<KeycloakSession> work) {
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        run(session, () -> {
            try {
                KeycloakModelUtils.runJobInTransaction(sessions, work::accept);
            } catch (RuntimeException failed) {
                PlatformLog.LOG.workAfterCommitFailed(failed, subject);
            }
        });
    }

    @Override
    protected void commitImpl() {
        work.run();
    }

    @Override
    protected void rollbackImpl() {}
}
