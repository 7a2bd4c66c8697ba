package org.relais.keycloak.directory;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** Keeps how the index of each realm stands. */
final class IndexStateStore {

    private final EntityManager em;

    IndexStateStore(EntityManager em) {
        this.em = em;
    }

    Optional<IndexStateEntity> find(String realmId) {
        return Optional.ofNullable(em.find(IndexStateEntity.class, realmId));
    }

    /** For whoever goes on with the comparison: one at a time. */
    Optional<IndexStateEntity> lock(String realmId) {
        return Optional.ofNullable(em.find(IndexStateEntity.class, realmId, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(IndexStateEntity state) {
        em.persist(state);
    }

    void removeRealm(String realmId) {
        em.createQuery("delete from IndexStateEntity s where s.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }
}
