package org.relais.keycloak.platform;

import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Work that follows a request once that has been committed, in its own transaction; its failure is logged, no more. */
public final class AfterCommit extends AbstractKeycloakTransaction {

    private static final Logger LOG = Logger.getLogger(AfterCommit.class);

    private final KeycloakSessionFactory sessions;
    private final String what;
    private final Consumer<KeycloakSession> work;

    private AfterCommit(KeycloakSessionFactory sessions, String what, Consumer<KeycloakSession> work) {
        this.sessions = sessions;
        this.what = what;
        this.work = work;
    }

    public static void of(KeycloakSession session, String what, Consumer<KeycloakSession> work) {
        session.getTransactionManager()
                .enlistAfterCompletion(new AfterCommit(session.getKeycloakSessionFactory(), what, work));
    }

    @Override
    protected void commitImpl() {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, work::accept);
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "%s could not be brought up to date after a request", what);
        }
    }

    @Override
    protected void rollbackImpl() {}
}
