package org.relais.keycloak.authority;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table RELAIS_MANAGER. Every query follows one of its indexes. */
final class ManagerStore {

    private final EntityManager em;

    ManagerStore(EntityManager em) {
        this.em = em;
    }

    void add(ManagerEntity manager) {
        em.persist(manager);
        em.flush();
    }

    /** The row of a delegation, locked until the end of the transaction and read anew; null if it is gone. */
    ManagerEntity lock(String id) {
        ManagerEntity manager = em.find(ManagerEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (manager != null) {
            em.refresh(manager);
        }
        return manager;
    }

    void flush() {
        em.flush();
    }

    void remove(String id) {
        em.remove(em.find(ManagerEntity.class, id));
        em.flush();
    }

    Optional<Delegation> find(String groupId, String id) {
        return Optional.ofNullable(em.find(ManagerEntity.class, id))
                .filter(manager -> manager.groupId.equals(groupId))
                .map(ManagerEntity::toDelegation);
    }

    Optional<Delegation> find(String groupId, PrincipalType type, String principalId) {
        return select(
                        "m.groupId = :group and m.principalType = :type and m.principalId = :principal",
                        Map.of("group", groupId, "type", type, "principal", principalId))
                .stream()
                .findFirst();
    }

    List<Delegation> ofGroups(Collection<String> groupIds, Instant now) {
        return groupIds.isEmpty()
                ? List.of()
                : select(
                        "m.groupId in :groups and m.endsAt > :now order by m.grantedAt, m.id",
                        Map.of("groups", groupIds, "now", now.toEpochMilli()));
    }

    /** What is delegated to a person, or to one of the groups the person is officially in. */
    List<Delegation> ofPrincipals(String realmId, Collection<String> principalIds, Instant now) {
        return select(
                "m.realmId = :realm and m.principalId in :principals and m.endsAt > :now",
                Map.of("realm", realmId, "principals", principalIds, "now", now.toEpochMilli()));
    }

    List<Delegation> withIds(String realmId, Collection<String> ids, Instant now) {
        return ids.isEmpty()
                ? List.of()
                : select(
                        "m.id in :ids and m.realmId = :realm and m.endsAt > :now",
                        Map.of("ids", ids, "realm", realmId, "now", now.toEpochMilli()));
    }

    /** To a person or by a person. */
    List<Delegation> concerning(String realmId, String userId) {
        return select(
                "m.realmId = :realm and (m.principalId = :user or m.grantedBy = :user)" + " order by m.grantedAt, m.id",
                Map.of("realm", realmId, "user", userId));
    }

    /** How many delegations of a group hold; counted no further than {@code enough}. */
    long countOfGroup(String groupId, Instant now, int enough) {
        return count(
                "m.groupId = :group and m.endsAt > :now order by m.groupId, m.principalType, m.principalId",
                Map.of("group", groupId, "now", now.toEpochMilli()),
                enough);
    }

    /** How many delegations that one person gave hold; counted no further than {@code enough}. */
    long countOfGiver(String realmId, String giver, Instant now, int enough) {
        return count(
                "m.realmId = :realm and m.grantedBy = :giver and m.endsAt > :now order by m.realmId, m.grantedBy",
                Map.of("realm", realmId, "giver", giver, "now", now.toEpochMilli()),
                enough);
    }

    /** The order is that of the index, which a limit within a statement asks for. */
    private long count(String condition, Map<String, Object> parameters, int enough) {
        TypedQuery<Long> query = em.createQuery(
                "select count(*) from (select m.id as id from ManagerEntity m where " + condition + " fetch first "
                        + enough + " rows only) c",
                Long.class);
        parameters.forEach(query::setParameter);
        return query.getSingleResult();
    }

    /** Delegations over at {@code now}, of every realm. */
    int removeOver(Instant now) {
        return delete("m.endsAt <= :now", Map.of("now", now.toEpochMilli()));
    }

    void removePrincipal(String realmId, String principalId) {
        delete("m.realmId = :realm and m.principalId = :principal", Map.of("realm", realmId, "principal", principalId));
    }

    void removeGroup(String groupId) {
        delete("m.groupId = :group", Map.of("group", groupId));
    }

    void removeRealm(String realmId) {
        delete("m.realmId = :realm", Map.of("realm", realmId));
    }

    /** Those that housekeeping has not looked at since an instant, the longest first. */
    List<ManagerEntity> uncheckedSince(String realmId, Instant instant, int max) {
        return em.createQuery(
                        "select m from ManagerEntity m where m.realmId = :realm and m.checkedAt < :instant"
                                + " order by m.checkedAt",
                        ManagerEntity.class)
                .setParameter("realm", realmId)
                .setParameter("instant", instant.toEpochMilli())
                .setMaxResults(max)
                .getResultList();
    }

    /** What was given through one delegation counts from now on as given through another. */
    void replaceSource(String id, String by) {
        update("m.sourceId = :by where m.sourceId = :id", Map.of("by", by, "id", id));
    }

    void checked(Collection<String> ids, Instant now) {
        update("m.checkedAt = :now where m.id in :ids", Map.of("now", now.toEpochMilli(), "ids", ids));
    }

    /** Notes that some hold. */
    void markHolding(Collection<String> ids) {
        if (!ids.isEmpty()) {
            update("m.restsSince = null where m.restsSince is not null and m.id in :ids", Map.of("ids", ids));
        }
    }

    /** Notes that some rest, from now on unless they did before. */
    void markResting(Collection<String> ids, Instant now) {
        if (!ids.isEmpty()) {
            update(
                    "m.restsSince = :now where m.restsSince is null and m.id in :ids",
                    Map.of("now", now.toEpochMilli(), "ids", ids));
        }
    }

    /** Removes one unless somebody has confirmed it meanwhile. */
    boolean removeResting(Delegation delegation) {
        return delete(
                        "m.id = :id and m.restsSince is not null and m.grantedBy = :giver",
                        Map.of("id", delegation.id(), "giver", delegation.grantedBy()))
                == 1;
    }

    private void update(String change, Map<String, Object> parameters) {
        Query query = em.createQuery("update ManagerEntity m set " + change);
        parameters.forEach(query::setParameter);
        query.executeUpdate();
    }

    private List<Delegation> select(String condition, Map<String, Object> parameters) {
        TypedQuery<ManagerEntity> query =
                em.createQuery("select m from ManagerEntity m where " + condition, ManagerEntity.class);
        parameters.forEach(query::setParameter);
        return query.getResultStream().map(ManagerEntity::toDelegation).toList();
    }

    private int delete(String condition, Map<String, Object> parameters) {
        Query query = em.createQuery("delete from ManagerEntity m where " + condition);
        parameters.forEach(query::setParameter);
        return query.executeUpdate();
    }
}
