package org.relais.keycloak.directory.record;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;

/** The values of the official record in Keycloak's USER_ATTRIBUTE, in the order of its index by name and value. */
final class AssignmentStore {

    private final EntityManager em;

    AssignmentStore(EntityManager em) {
        this.em = em;
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
