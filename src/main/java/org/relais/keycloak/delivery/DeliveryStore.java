package org.relais.keycloak.delivery;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

/** The queue, the table RELAIS_DELIVERY: requests, and what is removed with its target or realm. */
public final class DeliveryStore {

    private static final int ROWS_PER_STATEMENT = 50;
    private static final int MOST_IN_A_LIST = 500;

    private final EntityManager em;

    public DeliveryStore(EntityManager em) {
        this.em = em;
    }

    /**
     * Requests people in targets, in the order of their keys so that two transactions never wait for each other crosswise. What
     * is requested already is requested anew.
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

    /** What waits for a target is tried at once, except rows that are being written at this moment. Returns how many. */
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
