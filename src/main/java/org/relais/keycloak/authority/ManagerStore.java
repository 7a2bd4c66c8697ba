package org.relais.keycloak.authority;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
        return em.createQuery(
                        "select m from ManagerEntity m where m.groupId = :group and m.principalType = :type"
                                + " and m.principalId = :principal",
                        ManagerEntity.class)
                .setParameter("group", groupId)
                .setParameter("type", type)
                .setParameter("principal", principalId)
                .getResultStream()
                .map(ManagerEntity::toDelegation)
                .findFirst();
    }

    List<Delegation> ofGroups(Collection<String> groupIds, Instant now) {
        return groupIds.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select m from ManagerEntity m where m.groupId in :groups and m.endsAt > :now"
                                        + " order by m.grantedAt, m.id",
                                ManagerEntity.class)
                        .setParameter("groups", groupIds)
                        .setParameter("now", now.toEpochMilli())
                        .getResultStream()
                        .map(ManagerEntity::toDelegation)
                        .toList();
    }

    /** What is delegated to a person, or to one of the groups the person is officially in. */
    List<Delegation> ofPrincipals(String realmId, Collection<String> principalIds, Instant now) {
        return em.createQuery(
                        "select m from ManagerEntity m where m.realmId = :realm and m.principalId in :principals"
                                + " and m.endsAt > :now",
                        ManagerEntity.class)
                .setParameter("realm", realmId)
                .setParameter("principals", principalIds)
                .setParameter("now", now.toEpochMilli())
                .getResultStream()
                .map(ManagerEntity::toDelegation)
                .toList();
    }

    List<Delegation> withIds(String realmId, Collection<String> ids, Instant now) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select m from ManagerEntity m where m.id in :ids and m.realmId = :realm"
                                        + " and m.endsAt > :now",
                                ManagerEntity.class)
                        .setParameter("ids", ids)
                        .setParameter("realm", realmId)
                        .setParameter("now", now.toEpochMilli())
                        .getResultStream()
                        .map(ManagerEntity::toDelegation)
                        .toList();
    }

    /** To a person or by a person. */
    List<Delegation> concerning(String realmId, String userId) {
        return em.createQuery(
                        "select m from ManagerEntity m where m.realmId = :realm"
                                + " and (m.principalId = :user or m.grantedBy = :user) order by m.grantedAt, m.id",
                        ManagerEntity.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .getResultStream()
                .map(ManagerEntity::toDelegation)
                .toList();
    }

    /** Delegations over at {@code now}, of every realm. */
    int removeOver(Instant now) {
        return em.createQuery("delete from ManagerEntity m where m.endsAt <= :now")
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    void removePrincipal(String realmId, String principalId) {
        em.createQuery("delete from ManagerEntity m where m.realmId = :realm and m.principalId = :principal")
                .setParameter("realm", realmId)
                .setParameter("principal", principalId)
                .executeUpdate();
    }

    void removeGroup(String groupId) {
        em.createQuery("delete from ManagerEntity m where m.groupId = :group")
                .setParameter("group", groupId)
                .executeUpdate();
    }

    void removeRealm(String realmId) {
        em.createQuery("delete from ManagerEntity m where m.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }
}
