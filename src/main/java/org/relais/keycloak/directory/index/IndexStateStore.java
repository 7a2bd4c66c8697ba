package org.relais.keycloak.directory.index;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.relais.keycloak.platform.RowStore;

/** The table RELAIS_INDEX. */
final class IndexStateStore {

    private final EntityManager em;

    IndexStateStore(EntityManager em) {
        this.em = em;
    }

    Optional<IndexStateEntity> find(String realmId) {
        return Optional.ofNullable(em.find(IndexStateEntity.class, realmId));
    }

    /** Locks the state of a realm for the one node that works on it, and creates it where there is none. */
    IndexStateEntity lock(String realmId) {
        IndexStateEntity state = em.find(IndexStateEntity.class, realmId, LockModeType.PESSIMISTIC_WRITE);
        if (state == null) {
            em.createQuery("insert into IndexStateEntity (realmId, startedAt, compared, written)"
                            + " values (:realm, 0L, 0L, 0L)"
                            + " on conflict (realmId) do update set realmId = excluded.realmId")
                    .setParameter("realm", realmId)
                    .executeUpdate();
            state = em.find(IndexStateEntity.class, realmId, LockModeType.PESSIMISTIC_WRITE);
        }
        return state;
    }

    /** The states of the realms of which a reconciliation has ended. */
    List<IndexStateEntity> reconciled() {
        return em.createQuery("select s from IndexStateEntity s where s.equalAt is not null", IndexStateEntity.class)
                .getResultList();
    }

    void removeRealm(String realmId) {
        new RowStore(em).removeRealm(realmId, IndexStateEntity.class);
    }
}
