package org.relais.keycloak.delivery.reconciliation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

/** The table RELAIS_RECONCILIATION: a row per target. */
public final class ReconciliationStore {

    private final EntityManager em;

    public ReconciliationStore(EntityManager em) {
        this.em = em;
    }

    Optional<ReconciliationEntity> find(String targetId) {
        return Optional.ofNullable(em.find(ReconciliationEntity.class, targetId));
    }

    /** Makes one due at {@code nextAt} where there is none. Hibernate does not know how to do nothing on H2. */
    public void plan(String realmId, String targetId, long nextAt) {
        em.createQuery(
                        "insert into ReconciliationEntity (targetId, realmId, nextAt, leasedUntil, remoteGroups, missing, surplus,"
                                + " unknownMembers) values (:target, :realm, :next, 0L, 0L, 0L, 0L, 0L)"
                                + " on conflict (targetId) do update set realmId = excluded.realmId")
                .setParameter("target", targetId)
                .setParameter("realm", realmId)
                .setParameter("next", nextAt)
                .executeUpdate();
    }

    void startNow(String targetId, long now) {
        em.createQuery(
                        "update ReconciliationEntity r set r.nextAt = :now where r.targetId = :target and r.nextAt > :now")
                .setParameter("target", targetId)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Takes one that is due into the hands of the caller. */
    public Optional<ReconciliationEntity> take(long now, long leasedUntil) {
        Optional<ReconciliationEntity> due = em.createQuery(
                        "select r from ReconciliationEntity r where r.nextAt <= :now and r.leasedUntil <= :now"
                                + " order by r.nextAt",
                        ReconciliationEntity.class)
                .setParameter("now", now)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .getResultStream()
                .filter(row -> row.leasedUntil <= now)
                .findFirst();
        due.ifPresent(row -> row.leasedUntil = leasedUntil);
        return due;
    }
}
