package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.relais.keycloak.journal.JournalEntity;
import org.relais.keycloak.platform.RowStore;

/** Old rows of the ledger and the journal, for retention and erasure. */
final class RetentionStore {

    private final EntityManager em;

    RetentionStore(EntityManager em) {
        this.em = em;
    }

    /** Deletes some of the grants that ended before an instant; returns how many. */
    int removeGrantsEndedBefore(String realmId, Instant before, int max) {
        return removeOlder(GrantEntity.class, "endedAt", realmId, before, max);
    }

    /** Deletes some of the lines of the journal from before an instant; returns how many. */
    int removeLinesBefore(String realmId, Instant before, int max) {
        return removeOlder(JournalEntity.class, "at", realmId, before, max);
    }

    private int removeOlder(Class<?> entity, String instant, String realmId, Instant before, int max) {
        List<String> ids = em.createQuery(
                        "select e.id from " + entity.getSimpleName() + " e where e.realmId = :realm and e." + instant
                                + " < :before order by e." + instant,
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("before", before.toEpochMilli())
                .setMaxResults(max)
                .getResultList();
        return new RowStore(em).remove(entity, ids);
    }

    /** All grants of an account that is gone, and those that ended without ever finding it under its identifiers. */
    List<GrantEntity> grantsOfRemoved(String realmId, String userId, Collection<String> identifiers) {
        List<GrantEntity> found = new ArrayList<>(em.createQuery(
                        "select g from GrantEntity g where g.realmId = :realm and g.userId = :user", GrantEntity.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .getResultList());
        if (!identifiers.isEmpty()) {
            found.addAll(em.createQuery(
                            "select g from GrantEntity g where g.realmId = :realm and g.identifier in :identifiers"
                                    + " and g.userId is null and g.status = :ended",
                            GrantEntity.class)
                    .setParameter("realm", realmId)
                    .setParameter("identifiers", identifiers)
                    .setParameter("ended", GrantStatus.ENDED)
                    .getResultStream()
                    .filter(grant -> identifiers.contains(grant.identifier))
                    .toList());
        }
        return found;
    }
}
