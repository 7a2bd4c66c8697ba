package org.relais.keycloak.notice;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.relais.keycloak.grant.GrantPlace;

/** The table RELAIS_REMINDER. */
final class ReminderStore {

    private final EntityManager em;

    ReminderStore(EntityManager em) {
        this.em = em;
    }

    /** How far it has come, locked until the end of the transaction; a new one stands at {@code start}. */
    ReminderEntity lock(String realmId, int days, GrantPlace start) {
        ReminderEntity.Key key = new ReminderEntity.Key(realmId, days);
        ReminderEntity found = em.find(ReminderEntity.class, key, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            found = new ReminderEntity();
            found.realmId = realmId;
            found.days = days;
            found.moveTo(start);
            em.persist(found);
        }
        return found;
    }

    /** How far it has come; {@code start} if it never ran. Nothing is locked. */
    GrantPlace place(String realmId, int days, GrantPlace start) {
        ReminderEntity found = em.find(ReminderEntity.class, new ReminderEntity.Key(realmId, days));
        return found == null ? start : found.place();
    }
}
