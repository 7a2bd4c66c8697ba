package org.relais.keycloak.directory.record;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keycloak's table USER_ATTRIBUTE, read for many users in one statement. */
public final class UserAttributeStore {

    private final EntityManager em;

    public UserAttributeStore(EntityManager em) {
        this.em = em;
    }

    /** The values of some attributes, by user and attribute; who has none of them is left out. */
    public Map<String, Map<String, List<String>>> values(Collection<String> userIds, Collection<String> attributes) {
        if (userIds.isEmpty() || attributes.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "select a.user.id as id, a.name as name, a.value as value from UserAttributeEntity a"
                                + " where a.user.id in :ids and a.name in :names and a.value is not null",
                        Tuple.class)
                .setParameter("ids", userIds)
                .setParameter("names", attributes)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> row.get("id", String.class),
                        Collectors.groupingBy(
                                row -> row.get("name", String.class),
                                Collectors.mapping(row -> row.get("value", String.class), Collectors.toList()))));
    }
}
