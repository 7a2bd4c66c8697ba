package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the pending grants of RELAIS_GRANT, never more of them than are asked for. */
final class PendingGrantStore {

    private final EntityManager em;

    PendingGrantStore(EntityManager em) {
        this.em = em;
    }

    /**
     * Pending grants, over or not, in the order of their ids.
     *
     * @param after null for the first
     */
    List<Grant> page(String realmId, String after, int max) {
        TypedQuery<GrantEntity> query = em.createQuery(
                        "select g from GrantEntity g where g.realmId = :realm and g.status = :pending"
                                + (after == null ? "" : " and g.id > :after") + " order by g.id",
                        GrantEntity.class)
                .setParameter("realm", realmId)
                .setParameter("pending", GrantStatus.PENDING)
                .setMaxResults(max);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.getResultStream().map(GrantEntity::toGrant).toList();
    }

    /** Those of some accounts whose name or address a grant waits for. */
    List<String> awaitedAmong(String realmId, Collection<String> userIds) {
        List<Tuple> accounts = em.createQuery(
                        "select u.id as id, u.username as username, u.email as email from UserEntity u where u.id in :ids",
                        Tuple.class)
                .setParameter("ids", userIds)
                .getResultList();
        Set<String> identifiers = new HashSet<>();
        accounts.forEach(account -> identifiersOf(account).forEach(identifiers::add));
        if (identifiers.isEmpty()) {
            return List.of();
        }
        Set<String> awaited = new HashSet<>(em.createQuery(
                        "select g.identifier from GrantEntity g where g.realmId = :realm and g.identifier in :identifiers"
                                + " and g.status = :pending",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("identifiers", identifiers)
                .setParameter("pending", GrantStatus.PENDING)
                .getResultList());
        return accounts.stream()
                .filter(account -> identifiersOf(account).anyMatch(awaited::contains))
                .map(account -> account.get("id", String.class))
                .toList();
    }

    private static Stream<String> identifiersOf(Tuple account) {
        return Stream.of("username", "email")
                .map(column -> account.get(column, String.class))
                .filter(identifier -> identifier != null && !identifier.isEmpty())
                .map(identifier -> identifier.toLowerCase(Locale.ROOT));
    }
}
