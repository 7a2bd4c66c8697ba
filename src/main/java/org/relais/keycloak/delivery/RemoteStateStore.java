package org.relais.keycloak.delivery;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table RELAIS_HOLDING. */
public final class RemoteStateStore {

    private final EntityManager em;

    public RemoteStateStore(EntityManager em) {
        this.em = em;
    }

    public Map<String, RemoteStateEntity> of(String targetId, Collection<String> userIds) {
        return with("userId", userIds, targetId)
                .collect(Collectors.toMap(remoteState -> remoteState.userId, Function.identity()));
    }

    /** What targets hold of a person. */
    List<RemoteStateEntity> ofPerson(Collection<String> targetIds, String userId) {
        return targetIds.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select h from RemoteStateEntity h where h.targetId in :targets and h.userId = :user",
                                RemoteStateEntity.class)
                        .setParameter("targets", targetIds)
                        .setParameter("user", userId)
                        .getResultList();
    }

    /** Users by the id by which the application knows them. */
    public Map<String, String> usersByRemoteId(String targetId, Collection<String> remoteIds) {
        return with("remoteId", remoteIds, targetId)
                .collect(Collectors.toMap(
                        remoteState -> remoteState.remoteId, remoteState -> remoteState.userId, (one, other) -> one));
    }

    private Stream<RemoteStateEntity> with(String column, Collection<String> values, String targetId) {
        return values.isEmpty()
                ? Stream.empty()
                : em.createQuery(
                                "select h from RemoteStateEntity h where h.targetId = :target and h." + column
                                        + " in :values",
                                RemoteStateEntity.class)
                        .setParameter("target", targetId)
                        .setParameter("values", values)
                        .getResultStream();
    }

    /** Without those who wait: they are delivered anyway. */
    public List<String> notDeliveredSince(String targetId, long since, String afterUserId, int max) {
        return em.createQuery(
                        "select h.userId from RemoteStateEntity h where h.targetId = :target and h.userId > :after"
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

    public RemoteStateEntity begin(String realmId, String targetId, String userId) {
        RemoteStateEntity remoteState = new RemoteStateEntity();
        remoteState.targetId = targetId;
        remoteState.userId = userId;
        remoteState.realmId = realmId;
        em.persist(remoteState);
        return remoteState;
    }

    public void remove(RemoteStateEntity remoteState) {
        em.remove(remoteState);
    }
}
