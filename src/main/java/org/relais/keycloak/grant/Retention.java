package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToIntBiFunction;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.school.Academy;

/**
 * Deletes what an academy keeps no longer: lines of the journal, and grants that ended, both after the same number of days. A
 * grant that ended names a person as a line does, so it is not kept longer.
 */
public final class Retention {

    private static final int BATCH = 500;

    private final KeycloakSessionFactory sessions;
    private final Clock clock;

    public Retention(KeycloakSessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** In small transactions; one read for each table when there is nothing to delete. */
    public void run(String realmId) {
        repeat(realmId, (em, limit) -> new RetentionStore(em).removeLinesBefore(realmId, limit, BATCH));
        repeat(realmId, (em, limit) -> new RetentionStore(em).removeGrantsEndedBefore(realmId, limit, BATCH));
    }

    private void repeat(String realmId, ToIntBiFunction<EntityManager, Instant> deletion) {
        int deleted = BATCH;
        while (deleted == BATCH) {
            deleted = KeycloakModelUtils.runJobInTransactionWithResult(
                    sessions, session -> delete(session, realmId, deletion));
        }
    }

    private int delete(KeycloakSession session, String realmId, ToIntBiFunction<EntityManager, Instant> deletion) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return 0;
        }
        Instant limit = clock.instant().minus(Duration.ofDays(Academy.of(realm).journalDays()));
        return deletion.applyAsInt(
                session.getProvider(JpaConnectionProvider.class).getEntityManager(), limit);
    }
}
