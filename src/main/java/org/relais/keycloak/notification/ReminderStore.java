package org.relais.keycloak.notification;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.relais.keycloak.grant.GrantPosition;

/** The table RELAIS_REMINDER. */
final class ReminderStore {

    private final EntityManager em;

    ReminderStore(EntityManager em) {
        this.em = em;
    }

    /** How far it has come, locked until the end of the transaction; one that never ran is created at the start. */
    ReminderEntity lock(String realmId, int days, GrantPosition start) {
        ReminderEntity.Key key = new ReminderEntity.Key(realmId, days);
        ReminderEntity found = em.find(ReminderEntity.class, key, LockModeType.PESSIMISTIC_WRITE);
        if (found != null) {
            em.refresh(found);
            return found;
        }
        em.createQuery(
                        "insert into ReminderEntity (realmId, days, endsAt, grantId) values (:realm, :days, :endsAt, :grant)"
                                + " on conflict (realmId, days) do update set realmId = excluded.realmId")
                .setParameter("realm", realmId)
                .setParameter("days", days)
                .setParameter("endsAt", start.endsAt())
                .setParameter("grant", start.grantId())
                .executeUpdate();
        return em.find(ReminderEntity.class, key, LockModeType.PESSIMISTIC_WRITE);
    }

    /** How far it has come; {@code start} if it never ran. Nothing is locked. */
    GrantPosition position(String realmId, int days, GrantPosition start) {
        ReminderEntity found = em.find(ReminderEntity.class, new ReminderEntity.Key(realmId, days));
        return found == null ? start : found.position();
    }
}
