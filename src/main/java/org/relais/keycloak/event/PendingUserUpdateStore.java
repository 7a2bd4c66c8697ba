package org.relais.keycloak.event;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.RowStore;

/** The table RELAIS_EDITED. */
final class PendingUserUpdateStore {

    private final EntityManager em;

    PendingUserUpdateStore(KeycloakSession session) {
        this.em = EntityManagers.of(session);
    }

    void add(PendingUserUpdateEntity update) {
        em.persist(update);
    }

    /**
     * The updates that were noted before a moment and are still pending, the oldest first.
     *
     * @param last the last of the page before; null for the first page
     */
    List<PendingUserUpdateEntity> before(String realmId, PendingUserUpdateEntity last, long moment, int max) {
        return em.createQuery(
                        "select e from PendingUserUpdateEntity e where e.realmId = :realm and e.at < :moment"
                                + " and (e.at > :at or (e.at = :at and e.id > :id)) order by e.at, e.id",
                        PendingUserUpdateEntity.class)
                .setParameter("realm", realmId)
                .setParameter("at", last == null ? 0 : last.at)
                .setParameter("id", last == null ? "" : last.id)
                .setParameter("moment", moment)
                .setMaxResults(max)
                .getResultList();
    }

    int remove(String id) {
        return em.createQuery("delete from PendingUserUpdateEntity e where e.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    void removeRealm(String realmId) {
        new RowStore(em).removeRealm(realmId, PendingUserUpdateEntity.class);
    }
}
