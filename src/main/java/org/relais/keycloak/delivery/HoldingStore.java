package org.relais.keycloak.delivery;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table RELAIS_HOLDING. */
final class HoldingStore {

    private final EntityManager em;

    HoldingStore(EntityManager em) {
        this.em = em;
    }

    Map<String, HoldingEntity> of(String targetId, Collection<String> userIds) {
        return userIds.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select h from HoldingEntity h where h.targetId = :target and h.userId in :users",
                                HoldingEntity.class)
                        .setParameter("target", targetId)
                        .setParameter("users", userIds)
                        .getResultStream()
                        .collect(Collectors.toMap(holding -> holding.userId, Function.identity()));
    }

    /** What targets hold of a person. */
    List<HoldingEntity> ofPerson(Collection<String> targetIds, String userId) {
        return targetIds.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select h from HoldingEntity h where h.targetId in :targets and h.userId = :user",
                                HoldingEntity.class)
                        .setParameter("targets", targetIds)
                        .setParameter("user", userId)
                        .getResultList();
    }

    /** Who the application knows by these ids of its own. */
    Map<String, String> usersWithRemoteIds(String targetId, Collection<String> remoteIds) {
        return remoteIds.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select h from HoldingEntity h where h.targetId = :target and h.remoteId in :ids",
                                HoldingEntity.class)
                        .setParameter("target", targetId)
                        .setParameter("ids", remoteIds)
                        .getResultStream()
                        .collect(Collectors.toMap(
                                holding -> holding.remoteId, holding -> holding.userId, (one, other) -> one));
    }

    /** Whoever waits is told anyway. */
    List<String> notToldSince(String targetId, long since, String afterUserId, int max) {
        return em.createQuery(
                        "select h.userId from HoldingEntity h where h.targetId = :target and h.userId > :after"
                                + " and (h.deliveredAt is null or h.deliveredAt < :since)"
                                + " and not exists (select 1 from DeliveryEntity d where d.targetId = h.targetId"
                                + " and d.userId = h.userId) order by h.userId",
                        String.class)
                .setParameter("target", targetId)
                .setParameter("since", since)
                .setParameter("after", afterUserId)
                .setMaxResults(max)
                .getResultList();
    }

    HoldingEntity begin(String realmId, String targetId, String userId) {
        HoldingEntity holding = new HoldingEntity();
        holding.targetId = targetId;
        holding.userId = userId;
        holding.realmId = realmId;
        em.persist(holding);
        return holding;
    }

    void remove(HoldingEntity holding) {
        em.remove(holding);
    }
}
