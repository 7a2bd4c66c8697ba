package org.relais.keycloak.logout;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.relais.keycloak.platform.RetryPolicy;
import org.relais.keycloak.platform.RowStore;

/** The tables RELAIS_SIGN_OFF and RELAIS_LOGOUT. */
final class SessionRevocationStore {

    private final EntityManager em;

    SessionRevocationStore(EntityManager em) {
        this.em = em;
    }

    void add(SessionRevocationEntity revocation) {
        em.persist(revocation);
    }

    void add(BackchannelLogoutEntity logout) {
        em.persist(logout);
    }

    List<String> dueRevocations(long now, int max) {
        return due("select s.id from SessionRevocationEntity s where s.at <= :now order by s.at, s.id", now, max);
    }

    /** Counts a failure of a revocation: it is tried again at {@code nextAt}, or given up after the last of the attempts. */
    void revocationFailed(String id, long nextAt, int lastAttempt) {
        em.createQuery(
                        "update SessionRevocationEntity s set s.attempts = s.attempts + 1, s.at = :next where s.id = :id")
                .setParameter("next", nextAt)
                .setParameter("id", id)
                .executeUpdate();
        em.createQuery("delete from SessionRevocationEntity s where s.id = :id and s.attempts >= :last")
                .setParameter("id", id)
                .setParameter("last", lastAttempt)
                .executeUpdate();
    }

    Optional<String> realmId(String revocationId) {
        return Optional.ofNullable(em.find(SessionRevocationEntity.class, revocationId))
                .map(revocation -> revocation.realmId);
    }

    /** Takes a revocation, for this transaction alone; empty where another one was first. */
    Optional<SessionRevocationEntity> take(String id) {
        Optional<SessionRevocationEntity> taken =
                Optional.ofNullable(em.find(SessionRevocationEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
        taken.ifPresent(em::remove);
        return taken;
    }

    /** Those that have not failed yet come first. */
    List<String> dueLogouts(long now, int max) {
        return due(
                "select l.id from BackchannelLogoutEntity l where l.nextAt <= :now order by l.attempts, l.nextAt",
                now,
                max);
    }

    private List<String> due(String query, long now, int max) {
        return em.createQuery(query, String.class)
                .setParameter("now", now)
                .setMaxResults(max)
                .getResultList();
    }

    /** Counts an attempt and keeps others from it until {@code nextAt}; empty where another one was first. */
    Optional<BackchannelLogoutEntity> attempt(String id, long now, long nextAt) {
        int mine = em.createQuery("update BackchannelLogoutEntity l set l.attempts = l.attempts + 1, l.nextAt = :next"
                        + " where l.id = :id and l.nextAt <= :now")
                .setParameter("next", nextAt)
                .setParameter("id", id)
                .setParameter("now", now)
                .executeUpdate();
        return mine == 0 ? Optional.empty() : Optional.ofNullable(em.find(BackchannelLogoutEntity.class, id));
    }

    /** An application does not answer: all that it should be told now counts as tried. Returns how many are given up. */
    int applicationUnreachable(String clientUuid, long now, RetryPolicy retry) {
        String ofApplication = " where l.clientUuid = :client and l.nextAt <= :now and l.attempts ";
        int retries = retry.attempts() - 1;
        for (int attempts = 0; attempts < retries; attempts++) {
            em.createQuery("update BackchannelLogoutEntity l set l.attempts = l.attempts + 1, l.nextAt = :next"
                            + ofApplication + "= :attempts")
                    .setParameter("next", now + retry.waitAfter(attempts + 1).toMillis())
                    .setParameter("client", clientUuid)
                    .setParameter("now", now)
                    .setParameter("attempts", attempts)
                    .executeUpdate();
        }
        return em.createQuery("delete from BackchannelLogoutEntity l" + ofApplication + ">= :attempts")
                .setParameter("client", clientUuid)
                .setParameter("now", now)
                .setParameter("attempts", retries)
                .executeUpdate();
    }

    void removeLogout(String id) {
        em.createQuery("delete from BackchannelLogoutEntity l where l.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    void removeRealm(String realmId) {
        new RowStore(em).removeRealm(realmId, SessionRevocationEntity.class, BackchannelLogoutEntity.class);
    }
}
