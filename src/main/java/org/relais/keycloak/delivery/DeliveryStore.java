package org.relais.keycloak.delivery;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;
import org.relais.keycloak.delivery.target.DeliveryError;

/** The queue: the table RELAIS_DELIVERY. */
public final class DeliveryStore {

    private static final int ROWS_PER_STATEMENT = 50;
    private static final int MOST_IN_A_LIST = 500;

    private final EntityManager em;

    public DeliveryStore(EntityManager em) {
        this.em = em;
    }

    /**
     * Asks for people in targets, in the order of their keys so that two transactions never wait for each other crosswise.
     * What is asked for already is asked for anew.
     */
    void request(String realmId, Collection<DeliveryRequest> requests, long now) {
        List<DeliveryRequest> sorted = requests.stream().distinct().sorted().toList();
        for (int from = 0; from < sorted.size(); from += ROWS_PER_STATEMENT) {
            insert(realmId, sorted.subList(from, Math.min(from + ROWS_PER_STATEMENT, sorted.size())), now);
        }
    }

    /** A person in a target. */
    record DeliveryRequest(String targetId, String userId) implements Comparable<DeliveryRequest> {

        @Override
        public int compareTo(DeliveryRequest other) {
            int byTarget = targetId.compareTo(other.targetId);
            return byTarget != 0 ? byTarget : userId.compareTo(other.userId);
        }
    }

    private void insert(String realmId, List<DeliveryRequest> requests, long now) {
        String values = IntStream.range(0, requests.size())
                .mapToObj(i -> "(:target%d, :user%d, :realm, :now, :now, 0L, 0, :revision)".formatted(i, i))
                .collect(Collectors.joining(", "));
        Query insert = em.createQuery("insert into DeliveryEntity (targetId, userId, realmId, requestedAt, nextAt,"
                + " leasedUntil, attempts, revision) values " + values
                + " on conflict (targetId, userId) do update set nextAt = excluded.nextAt, attempts = 0,"
                + " revision = excluded.revision");
        for (int i = 0; i < requests.size(); i++) {
            insert.setParameter("target" + i, requests.get(i).targetId());
            insert.setParameter("user" + i, requests.get(i).userId());
        }
        insert.setParameter("realm", realmId)
                .setParameter("now", now)
                .setParameter("revision", ThreadLocalRandom.current().nextLong())
                .executeUpdate();
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

    /** Takes rows that are due into the hands of the caller; rows another lane is taking are passed over, not waited for. */
    public List<DeliveryEntity> take(String targetId, long now, long leasedUntil, int max) {
        List<DeliveryEntity> taken = em.createQuery(
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
        if (!taken.isEmpty()) {
            leaseUntil(targetId, taken.stream().map(row -> row.userId).toList(), leasedUntil);
        }
        return taken;
    }

    /** Removes people who are up to date, unless they were asked for again since, and gives back those who were. */
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

    /** To be tried again at {@code nextAt}; at once if it was asked for again since. */
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

    /** What waits for a target is tried at once, but for what is being written to at this moment. */
    public int retryNow(String targetId, long now) {
        List<String> later = em.createQuery(
                        "select d from DeliveryEntity d where d.targetId = :target and d.nextAt > :now",
                        DeliveryEntity.class)
                .setParameter("target", targetId)
                .setParameter("now", now)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .getResultStream()
                .map(row -> row.userId)
                .toList();
        for (int from = 0; from < later.size(); from += MOST_IN_A_LIST) {
            em.createQuery("update DeliveryEntity d set d.nextAt = :now, d.attempts = 0 where d.targetId = :target"
                            + " and d.userId in :users")
                    .setParameter("now", now)
                    .setParameter("target", targetId)
                    .setParameter("users", later.subList(from, Math.min(from + MOST_IN_A_LIST, later.size())))
                    .executeUpdate();
        }
        return later.size();
    }

    /** Waits for the rows of some people, in the order in which whoever asks for them writes them. */
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

    void removeTarget(String targetId) {
        for (String entity : List.of("DeliveryEntity", "RemoteStateEntity", "ReconciliationEntity")) {
            em.createQuery("delete from " + entity + " e where e.targetId = :target")
                    .setParameter("target", targetId)
                    .executeUpdate();
        }
    }

    void removeRealm(String realmId) {
        for (String entity : List.of("DeliveryEntity", "RemoteStateEntity", "ReconciliationEntity")) {
            em.createQuery("delete from " + entity + " e where e.realmId = :realm")
                    .setParameter("realm", realmId)
                    .executeUpdate();
        }
    }
}
