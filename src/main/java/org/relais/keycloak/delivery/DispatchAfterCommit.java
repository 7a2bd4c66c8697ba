package org.relais.keycloak.delivery;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.relais.keycloak.platform.AfterCommit;

/** Publishes {@link DeliveryRequested} once the transaction of a session is committed. */
public final class DispatchAfterCommit {

    private DispatchAfterCommit() {}

    public static void request(KeycloakSession session) {
        retry(session, null);
    }

    /** @param targetId of a target to be tried even though its circuit breaker is open; null for none */
    static void retry(KeycloakSession session, String targetId) {
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        AfterCommit.run(session, () -> sessions.publish(new DeliveryRequested(targetId)));
    }
}
