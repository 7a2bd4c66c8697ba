package org.relais.keycloak.grant;

import io.micrometer.core.instrument.Metrics;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.grant.GrantStore.Due;

/**
 * Cleans up the grants whose days are over, in small transactions of their own. No access depends on it: claims compare the
 * end with the clock. Any number of nodes may run it; a grant that resists is passed over and tried at the next run.
 */
public final class Expiry {

    private static final Logger LOG = Logger.getLogger(Expiry.class);
    private static final int BATCH = 100;

    private final KeycloakSessionFactory sessions;
    private final Clock clock;

    public Expiry(KeycloakSessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Ends all grants that are over now; returns how many. */
    public int run() {
        Instant now = clock.instant();
        int ended = 0;
        List<Due> batch = due(now, GrantPlace.FIRST);
        while (!batch.isEmpty()) {
            ended += expireTogether(batch);
            batch = due(now, batch.get(batch.size() - 1).place());
        }
        forgetReceipts(now);
        if (ended > 0) {
            LOG.infof("%d grants ended on their last day", ended);
            Metrics.counter("relais.grants.expired").increment(ended);
        }
        return ended;
    }

    private List<Due> due(Instant now, GrantPlace after) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> new GrantStore(entityManager(session)).due(now, after, BATCH));
    }

    /** A whole batch in one transaction; if that fails, one by one, so that one bad row does not hold up the others. */
    private int expireTogether(List<Due> batch) {
        try {
            return expire(batch);
        } catch (RuntimeException failed) {
            return batch.stream().mapToInt(this::expireAlone).sum();
        }
    }

    private int expireAlone(Due due) {
        try {
            return expire(List.of(due));
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "grant %s could not be ended, it is tried again", due.grantId());
            return 0;
        }
    }

    private int expire(List<Due> batch) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session ->
                (int) batch.stream().filter(due -> expire(session, due)).count());
    }

    private boolean expire(KeycloakSession session, Due due) {
        RealmModel realm = session.realms().getRealm(due.realmId());
        if (realm == null) {
            return false;
        }
        session.getContext().setRealm(realm);
        return new Ledger(session, realm, clock).expire(due.grantId());
    }

    private void forgetReceipts(Instant now) {
        long limit = now.minus(Receipts.KEPT).toEpochMilli();
        KeycloakModelUtils.runJobInTransaction(
                sessions, session -> Receipts.forgetOlderThan(entityManager(session), limit));
    }

    private static EntityManager entityManager(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
