package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The tables RELAIS_SWEEP, one row a realm, and RELAIS_SWEEP_CALL. */
final class OfficialRecordReconciliationStore {

    private static final int CALLS_AT_ONCE = 1_000;

    private final EntityManager em;

    OfficialRecordReconciliationStore(EntityManager em) {
        this.em = em;
    }

    Optional<OfficialRecordReconciliationEntity> find(String realmId) {
        return Optional.ofNullable(em.find(OfficialRecordReconciliationEntity.class, realmId));
    }

    /** The row of a realm, locked until the end of the transaction; made where there is none, by one of those who ask. */
    OfficialRecordReconciliationEntity lock(String realmId) {
        OfficialRecordReconciliationEntity sweep =
                em.find(OfficialRecordReconciliationEntity.class, realmId, LockModeType.PESSIMISTIC_WRITE);
        if (sweep == null) {
            em.createQuery(
                            "insert into OfficialRecordReconciliationEntity (realmId, phase, thorough, startedAt, examined)"
                                    + " values (:realm, :phase, false, 0L, 0L)"
                                    + " on conflict (realmId) do update set realmId = excluded.realmId")
                    .setParameter("realm", realmId)
                    .setParameter("phase", OfficialRecordReconciliationEntity.Phase.DONE)
                    .executeUpdate();
            return em.find(OfficialRecordReconciliationEntity.class, realmId, LockModeType.PESSIMISTIC_WRITE);
        }
        em.refresh(sweep);
        return sweep;
    }

    void call(String realmId) {
        ReconciliationRequestEntity call = new ReconciliationRequestEntity();
        call.id = KeycloakModelUtils.generateId();
        call.realmId = realmId;
        em.persist(call);
    }

    /** Takes the calls of a realm that are there now; returns whether there were any. */
    boolean takeCalls(String realmId) {
        List<String> calls = em.createQuery(
                        "select c.id from ReconciliationRequestEntity c where c.realmId = :realm", String.class)
                .setParameter("realm", realmId)
                .setMaxResults(CALLS_AT_ONCE)
                .getResultList();
        return !calls.isEmpty()
                && em.createQuery("delete from ReconciliationRequestEntity c where c.id in :ids")
                                .setParameter("ids", calls)
                                .executeUpdate()
                        > 0;
    }

    void removeRealm(String realmId) {
        em.createQuery("delete from ReconciliationRequestEntity c where c.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
        em.createQuery("delete from OfficialRecordReconciliationEntity s where s.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }
}
