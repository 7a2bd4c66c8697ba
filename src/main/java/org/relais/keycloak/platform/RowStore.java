package org.relais.keycloak.platform;

import jakarta.persistence.EntityManager;
import java.util.Collection;

/** Deletes rows of any table, one statement for each table. */
public record RowStore(EntityManager em) {

    /** Whatever these tables hold of a realm. */
    public void removeRealm(String realmId, Class<?>... entities) {
        for (Class<?> entity : entities) {
            remove(entity, "realmId", realmId);
        }
    }

    /** The rows with a value in a column. */
    public void remove(Class<?> entity, String column, String value) {
        em.createQuery("delete from " + entity.getSimpleName() + " e where e." + column + " = :value")
                .setParameter("value", value)
                .executeUpdate();
    }

    /** The rows with some ids; returns how many there were. No id takes no statement. */
    public int remove(Class<?> entity, Collection<String> ids) {
        return ids.isEmpty()
                ? 0
                : em.createQuery("delete from " + entity.getSimpleName() + " e where e.id in :ids")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }
}
