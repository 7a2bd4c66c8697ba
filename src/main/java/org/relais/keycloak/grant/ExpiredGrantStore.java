package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.keycloak.models.jpa.entities.UserEntity;

/** Finds in RELAIS_GRANT the grants that are over and not ended yet. */
final class ExpiredGrantStore {

    private final EntityManager em;

    ExpiredGrantStore(EntityManager em) {
        this.em = em;
    }

    /** Open grants of every realm that are over at {@code now}, the oldest first, after a position. */
    List<Due> due(Instant now, GrantPosition after, int max) {
        return em.createQuery(
                        "select g.id as id, g.realmId as realm, g.userId as person, g.endsAt as endsAt from GrantEntity g"
                                + " where g.status in :open and g.endsAt <= :now"
                                + " and (g.endsAt > :at or (g.endsAt = :at and g.id > :id)) order by g.endsAt, g.id",
                        Tuple.class)
                .setParameter("open", List.of(GrantStatus.ACTIVE, GrantStatus.PENDING))
                .setParameter("now", now.toEpochMilli())
                .setParameter("at", after.endsAt())
                .setParameter("id", after.grantId())
                .setMaxResults(max)
                .getResultStream()
                .map(row -> new Due(
                        row.get("id", String.class),
                        row.get("realm", String.class),
                        row.get("person", String.class),
                        row.get("endsAt", Long.class)))
                .toList();
    }

    /** @param userId null where it waits for an account */
    record Due(String grantId, String realmId, String userId, long endsAt) {

        GrantPosition position() {
            return new GrantPosition(endsAt, grantId);
        }
    }

    /** Locks the rows of some grants. It also reads their users at once, since each of them is needed. */
    List<GrantEntity> lockAll(Collection<String> ids) {
        List<GrantEntity> grants = em.createQuery(
                        "select g from GrantEntity g where g.id in :ids order by g.id", GrantEntity.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        em.createQuery("select u from UserEntity u where u.id in :people", UserEntity.class)
                .setParameter(
                        "people",
                        grants.stream()
                                .map(grant -> Objects.requireNonNullElse(grant.userId, ""))
                                .toList())
                .getResultList();
        return grants;
    }
}
