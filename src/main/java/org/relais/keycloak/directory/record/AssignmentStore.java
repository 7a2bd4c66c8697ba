package org.relais.keycloak.directory.record;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The values of the record in Keycloak's USER_ATTRIBUTE, along its indexes: by user, and by name and value. */
final class AssignmentStore {

    private final EntityManager em;

    AssignmentStore(EntityManager em) {
        this.em = em;
    }

    Map<String, List<String>> values(String attribute, Collection<String> userIds) {
        return userIds.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select a.user.id as id, a.value as value from UserAttributeEntity a"
                                        + " where a.user.id in :ids and a.name = :name and a.value is not null",
                                Tuple.class)
                        .setParameter("ids", userIds)
                        .setParameter("name", attribute)
                        .getResultStream()
                        .collect(Collectors.groupingBy(
                                row -> row.get("id", String.class),
                                Collectors.mapping(row -> row.get("value", String.class), Collectors.toList())));
    }

    List<AssignmentPosition> page(String realmId, String attribute, AssignmentPosition after, int max) {
        return em.createQuery(
                        "select a.value as value, a.id as id, a.user.id as person from UserAttributeEntity a"
                                + " where a.name = :name and a.user.realmId = :realm and a.value >= :value"
                                + " and (a.value > :value or a.id > :id) order by a.value, a.id",
                        Tuple.class)
                .setParameter("realm", realmId)
                .setParameter("name", attribute)
                .setParameter("value", after.value())
                .setParameter("id", after.valueId())
                .setMaxResults(max)
                .getResultStream()
                .map(row -> new AssignmentPosition(
                        row.get("value", String.class), row.get("id", String.class), row.get("person", String.class)))
                .toList();
    }
}
