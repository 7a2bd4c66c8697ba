package org.relais.keycloak.directory.index;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.directory.record.UserAttributeStore;

/** Reads the accounts that the index is made of: a page of them takes the same two statements as one. */
public final class IndexedUserStore {

    private final EntityManager em;
    private final UserAttributeStore attributes;

    public IndexedUserStore(EntityManager em) {
        this.em = em;
        this.attributes = new UserAttributeStore(em);
    }

    public List<IndexedUser> withIds(String realmId, Collection<String> ids, List<String> attributes) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Tuple> users = em.createQuery(
                        "select u.id as id, u.username as username, u.firstName as firstName, u.lastName as lastName,"
                                + " u.email as email, u.emailVerified as verified, u.enabled as enabled, u.serviceAccountClientLink as client"
                                + " from UserEntity u where u.realmId = :realm and u.id in :ids",
                        Tuple.class)
                .setParameter("realm", realmId)
                .setParameter("ids", ids)
                .getResultList();
        Map<String, Map<String, List<String>>> values = this.attributes.values(ids, attributes);
        return users.stream()
                .map(user -> new IndexedUser(
                        user.get("id", String.class),
                        user.get("username", String.class),
                        user.get("firstName", String.class),
                        user.get("lastName", String.class),
                        user.get("verified", Boolean.class) ? user.get("email", String.class) : null,
                        user.get("enabled", Boolean.class) && user.get("client", String.class) == null,
                        values.getOrDefault(user.get("id", String.class), Map.of())))
                .toList();
    }

    /** The accounts of a realm by their id, after one of them. */
    List<String> accountsAfter(String realmId, String id, int max) {
        return em.createQuery(
                        "select u.id from UserEntity u where u.realmId = :realm and u.id > :id order by u.id",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("id", id)
                .setMaxResults(max)
                .getResultList();
    }

    /** The ids in the index whose account no longer exists: something else than Keycloak deleted it. */
    List<String> withoutAccount(String realmId, int max) {
        return em.createQuery(
                        "select p.id from PersonEntity p where p.realmId = :realm"
                                + " and not exists (select 1 from UserEntity u where u.id = p.id)",
                        String.class)
                .setParameter("realm", realmId)
                .setMaxResults(max)
                .getResultList();
    }
}
