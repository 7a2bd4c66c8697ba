package org.relais.keycloak.grant;

import io.micrometer.core.instrument.Metrics;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.grant.ExpiredGrantStore.Due;

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
        List<Due> batch = due(now, GrantPosition.FIRST);
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

    private List<Due> due(Instant now, GrantPosition after) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> new ExpiredGrantStore(entityManager(session)).due(now, after, BATCH));
    }

    /** A whole batch in one transaction; if that fails, one by one, so that one bad row does not hold up the others. */
    private int expireTogether(List<Due> batch) {
        return batch.stream().collect(Collectors.groupingBy(Due::realmId)).entrySet().stream()
                .mapToInt(realm -> expireTogether(realm.getKey(), realm.getValue()))
                .sum();
    }

    private int expireTogether(String realmId, List<Due> batch) {
        followRecord(realmId, batch);
        try {
            return expire(realmId, batch);
        } catch (RuntimeException failed) {
            return batch.stream().mapToInt(due -> expireAlone(realmId, due)).sum();
        }
    }

    /** Whom the record makes a member by now keeps the membership: their grants close before they would take it along. */
    private void followRecord(String realmId, List<Due> batch) {
        List<String> people = batch.stream()
                .map(Due::userId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        try {
            inRealm(realmId, (session, realm) -> new OfficialMemberships(session, realm, clock).align(people, false));
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "the record could not be followed in realm %s before grants end", realmId);
        }
    }

    private int expireAlone(String realmId, Due due) {
        try {
            return expire(realmId, List.of(due));
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "grant %s could not be ended, it is tried again", due.grantId());
            return 0;
        }
    }

    private int expire(String realmId, List<Due> batch) {
        return inRealm(
                realmId,
                (session, realm) -> new ExpiredGrants(session, realm, clock)
                        .end(batch.stream().map(Due::grantId).toList()));
    }

    private int inRealm(String realmId, BiFunction<KeycloakSession, RealmModel, Integer> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm == null) {
                return 0;
            }
            session.getContext().setRealm(realm);
            return work.apply(session, realm);
        });
    }

    private void forgetReceipts(Instant now) {
        long limit = now.minus(IdempotencyKeys.KEPT).toEpochMilli();
        KeycloakModelUtils.runJobInTransaction(
                sessions, session -> IdempotencyKeys.forgetOlderThan(entityManager(session), limit));
    }

    private static EntityManager entityManager(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
