package org.relais.keycloak.platform;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Where an act takes place: a session of Keycloak, one realm and the clock that its days are counted by. It lives as long as
 * the session and is never kept beyond it.
 */
public record RealmContext(KeycloakSession session, RealmModel realm, Clock clock) {

    public String realmId() {
        return realm.getId();
    }

    /** This very instant, by the clock. */
    public Instant now() {
        return clock.instant();
    }

    /** The entity manager of the session's transaction. */
    public EntityManager entityManager() {
        return EntityManagers.of(session);
    }
}
