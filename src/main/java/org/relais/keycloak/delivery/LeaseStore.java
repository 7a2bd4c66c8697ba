package org.relais.keycloak.delivery;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;
import org.relais.keycloak.delivery.target.DeliveryError;

/** The queue as workers use it: leasing rows that are due, and writing what came of them. */
public final class LeaseStore {

    private final EntityManager em;

    public LeaseStore(EntityManager em) {
        this.em = em;
    }

    /** The next target, by id, that waits for anything, whether or not it is due; each call reads one row. */
    public Optional<WaitingTarget> nextTarget(String after) {
        return em.createQuery(
                        "select d.targetId, d.realmId from DeliveryEntity d where d.targetId > :after"
                                + " order by d.targetId",
                        WaitingTarget.class)
                .setParameter("after", after)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    public record WaitingTarget(String targetId, String realmId) {}

    /** Leases rows that are due to the caller; rows that another thread is leasing are passed over, not waited for. */
    public List<DeliveryEntity> lease(String targetId, long now, long leasedUntil, int max) {
        List<DeliveryEntity> leased = em.createQuery(
                        "select d from DeliveryEntity d where d.targetId = :target and d.nextAt <= :now"
                                + " and d.leasedUntil <= :now order by d.nextAt",
                        DeliveryEntity.class)
                .setParameter("target", targetId)
                .setParameter("now", now)
                .setMaxResults(max)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .getResultStream()
                .filter(row -> row.leasedUntil <= now)
                .toList();
        if (!leased.isEmpty()) {
            leaseUntil(targetId, leased.stream().map(row -> row.userId).toList(), leasedUntil);
        }
        return leased;
    }

    /** Removes rows that are done, unless they were requested again since, and gives back those that were. */
    public void done(String targetId, Map<String, Long> revisions) {
        Map<Long, List<String>> byRevision = new TreeMap<>();
        revisions.forEach((userId, revision) ->
                byRevision.computeIfAbsent(revision, any -> new ArrayList<>()).add(userId));
        byRevision.forEach((revision, userIds) -> em.createQuery(
                        "delete from DeliveryEntity d where d.targetId = :target and d.userId in :users"
                                + " and d.revision = :revision")
                .setParameter("target", targetId)
                .setParameter("users", userIds)
                .setParameter("revision", revision)
                .executeUpdate());
        giveBack(targetId, revisions.keySet());
    }

    public void giveBack(String targetId, Collection<String> userIds) {
        if (!userIds.isEmpty()) {
            leaseUntil(targetId, userIds, 0);
        }
    }

    /** To be tried again at {@code nextAt}; at once if it was requested again since. */
    public void failed(DeliveryEntity row, int attempts, DeliveryError error, long nextAt) {
        em.createQuery("update DeliveryEntity d set d.attempts = :attempts, d.lastError = :error, d.leasedUntil = 0,"
                        + " d.nextAt = case when d.revision = :revision then :next else d.nextAt end"
                        + " where d.targetId = :target and d.userId = :user")
                .setParameter("attempts", attempts)
                .setParameter("error", error.stored())
                .setParameter("revision", row.revision)
                .setParameter("next", nextAt)
                .setParameter("target", row.targetId)
                .setParameter("user", row.userId)
                .executeUpdate();
    }

    private void leaseUntil(String targetId, Collection<String> userIds, long until) {
        em.createQuery("update DeliveryEntity d set d.leasedUntil = :until where d.targetId = :target"
                        + " and d.userId in :users")
                .setParameter("until", until)
                .setParameter("target", targetId)
                .setParameter("users", userIds)
                .executeUpdate();
    }

    /** Waits for the rows of some people, in the order in which requests write them. */
    public void lock(String targetId, Collection<String> userIds) {
        em.createQuery(
                        "select d.userId from DeliveryEntity d where d.targetId = :target and d.userId in :users"
                                + " order by d.userId",
                        String.class)
                .setParameter("target", targetId)
                .setParameter("users", userIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
