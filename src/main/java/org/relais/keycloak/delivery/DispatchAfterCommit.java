package org.relais.keycloak.delivery;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Says that there is work, once the transaction that made it has been committed. */
public final class DispatchAfterCommit extends AbstractKeycloakTransaction {

    private final KeycloakSession session;

    private final String hurried;

    private DispatchAfterCommit(KeycloakSession session, String hurried) {
        this.session = session;
        this.hurried = hurried;
    }

    public static void after(KeycloakSession session) {
        hurrying(session, null);
    }

    /** @param targetId of a target to be tried even if it did not answer before */
    static void hurrying(KeycloakSession session, String targetId) {
        session.getTransactionManager().enlistAfterCompletion(new DispatchAfterCommit(session, targetId));
    }

    @Override
    protected void commitImpl() {
        session.getKeycloakSessionFactory().publish(new DeliveryRequested(hurried));
    }

    @Override
    protected void rollbackImpl() {}
}
