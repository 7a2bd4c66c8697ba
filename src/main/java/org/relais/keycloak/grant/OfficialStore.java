package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.platform.RowStore;

/** The tables RELAIS_OFFICIAL_RECORD and RELAIS_OFFICIAL_MEMBER, by user. */
final class OfficialStore {

    private final EntityManager em;

    OfficialStore(EntityManager em) {
        this.em = em;
    }

    /** Locks users: transactions that align the same people come one after the other. */
    void lockPeople(Collection<String> userIds) {
        em.createQuery("select u from UserEntity u where u.id in :ids order by u.id", UserEntity.class)
                .setParameter("ids", userIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    Optional<String> digest(String userId) {
        return Optional.ofNullable(em.find(OfficialRecordEntity.class, userId)).map(row -> row.digest);
    }

    Map<String, String> digests(Collection<String> userIds) {
        return em.createQuery("select r from OfficialRecordEntity r where r.userId in :ids", OfficialRecordEntity.class)
                .setParameter("ids", userIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.userId, row -> row.digest));
    }

    /** People whose record the rule has followed, by id, after {@code after}. */
    List<String> followed(String realmId, String after, int max) {
        return em.createQuery(
                        "select r.userId from OfficialRecordEntity r where r.realmId = :realm and r.userId > :after"
                                + " order by r.userId",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("after", after)
                .setMaxResults(max)
                .getResultList();
    }

    /** @param digest empty where there is no assignment any longer */
    void keep(String realmId, String userId, Optional<String> digest, long at) {
        OfficialRecordEntity row = em.find(OfficialRecordEntity.class, userId);
        if (digest.isEmpty()) {
            if (row != null) {
                em.remove(row);
            }
            return;
        }
        boolean isNew = row == null;
        OfficialRecordEntity kept = isNew ? new OfficialRecordEntity() : row;
        kept.userId = userId;
        kept.realmId = realmId;
        kept.digest = digest.get();
        kept.at = at;
        if (isNew) {
            em.persist(kept);
        }
    }

    /** The groups in which the rule has put each of these people. */
    Map<String, Set<String>> made(Collection<String> userIds) {
        return em.createQuery(
                        "select m.userId as userId, m.groupId as groupId from OfficialMemberEntity m"
                                + " where m.userId in :ids",
                        Tuple.class)
                .setParameter("ids", userIds)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> row.get("userId", String.class),
                        Collectors.mapping(row -> row.get("groupId", String.class), Collectors.toSet())));
    }

    void addMade(String realmId, String userId, String groupId, long at) {
        OfficialMemberEntity row = new OfficialMemberEntity();
        row.id = KeycloakModelUtils.generateId();
        row.realmId = realmId;
        row.userId = userId;
        row.groupId = groupId;
        row.madeAt = at;
        em.persist(row);
    }

    boolean removeMade(String userId, String groupId) {
        return em.createQuery("delete from OfficialMemberEntity m where m.userId = :user and m.groupId = :group")
                        .setParameter("user", userId)
                        .setParameter("group", groupId)
                        .executeUpdate()
                > 0;
    }

    void removePerson(String userId) {
        new RowStore(em).remove(OfficialMemberEntity.class, "userId", userId);
        removeRecord(userId);
    }

    void removeRecord(String userId) {
        OfficialRecordEntity row = em.find(OfficialRecordEntity.class, userId);
        if (row != null) {
            em.remove(row);
        }
    }

    void removeGroup(String groupId) {
        new RowStore(em).remove(OfficialMemberEntity.class, "groupId", groupId);
    }

    void removeRealm(String realmId) {
        new RowStore(em).removeRealm(realmId, OfficialMemberEntity.class, OfficialRecordEntity.class);
    }
}
