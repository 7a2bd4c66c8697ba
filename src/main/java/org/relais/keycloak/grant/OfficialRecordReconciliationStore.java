package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.platform.RowStore;

/** The tables RELAIS_SWEEP, one row a realm, and RELAIS_SWEEP_CALL. */
final class OfficialRecordReconciliationStore {

    private static final int REQUESTS_AT_ONCE = 1_000;

    private final EntityManager em;

    OfficialRecordReconciliationStore(EntityManager em) {
        this.em = em;
    }

    Optional<OfficialRecordReconciliationEntity> find(String realmId) {
        return Optional.ofNullable(em.find(OfficialRecordReconciliationEntity.class, realmId));
    }

    /**
     * The row of a realm, locked until the end of the transaction. Where there is none, one of those who ask at the same time
     * makes it.
     */
    OfficialRecordReconciliationEntity lock(String realmId) {
        OfficialRecordReconciliationEntity state =
                em.find(OfficialRecordReconciliationEntity.class, realmId, LockModeType.PESSIMISTIC_WRITE);
        if (state == null) {
            em.createQuery(
                            "insert into OfficialRecordReconciliationEntity (realmId, phase, thorough, startedAt, examined)"
                                    + " values (:realm, :phase, false, 0L, 0L)"
                                    + " on conflict (realmId) do update set realmId = excluded.realmId")
                    .setParameter("realm", realmId)
                    .setParameter("phase", OfficialRecordReconciliationEntity.Phase.DONE)
                    .executeUpdate();
            return em.find(OfficialRecordReconciliationEntity.class, realmId, LockModeType.PESSIMISTIC_WRITE);
        }
        em.refresh(state);
        return state;
    }

    void request(String realmId) {
        ReconciliationRequestEntity request = new ReconciliationRequestEntity();
        request.id = KeycloakModelUtils.generateId();
        request.realmId = realmId;
        em.persist(request);
    }

    /** Deletes the requests of a realm that are there now; returns whether there were any. */
    boolean takeRequests(String realmId) {
        List<String> requests = em.createQuery(
                        "select c.id from ReconciliationRequestEntity c where c.realmId = :realm", String.class)
                .setParameter("realm", realmId)
                .setMaxResults(REQUESTS_AT_ONCE)
                .getResultList();
        return new RowStore(em).remove(ReconciliationRequestEntity.class, requests) > 0;
    }

    void removeRealm(String realmId) {
        new RowStore(em)
                .removeRealm(realmId, ReconciliationRequestEntity.class, OfficialRecordReconciliationEntity.class);
    }
}
