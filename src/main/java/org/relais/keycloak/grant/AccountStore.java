package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the accounts that some identifiers may mean, by the indexes of Keycloak's USER_ENTITY. */
final class AccountStore {

    private static final String NO_ADDRESS = " and u.username not like '%@%'";
    private static final String NOT_UNVERIFIED = " and (u.username not like '%@%' or u.emailVerified = true"
            + " or u.email is null or lower(u.email) <> lower(u.username))";

    private final EntityManager em;

    AccountStore(EntityManager em) {
        this.em = em;
    }

    /**
     * The ids of the accounts that are known by each identifier, as {@link Identifiers} has it; two statements.
     *
     * @param chosen whether people choose their names
     */
    Map<String, Set<String>> meantBy(String realmId, Collection<String> identifiers, boolean chosen) {
        Map<String, Set<String>> accounts = new HashMap<>();
        if (!identifiers.isEmpty()) {
            collect(accounts, realmId, identifiers, "u.username", chosen ? NO_ADDRESS : NOT_UNVERIFIED);
            collect(accounts, realmId, identifiers, "u.email", " and u.emailVerified = true");
        }
        return accounts;
    }

    private void collect(
            Map<String, Set<String>> accounts,
            String realmId,
            Collection<String> identifiers,
            String column,
            String condition) {
        List<Tuple> rows = em.createQuery(
                        "select u.id as id, " + column
                                + " as identifier from UserEntity u where u.realmId = :realm and " + column
                                + " in :identifiers" + condition,
                        Tuple.class)
                .setParameter("realm", realmId)
                .setParameter("identifiers", identifiers)
                .getResultList();
        rows.forEach(row -> accounts.computeIfAbsent(
                        row.get("identifier", String.class).toLowerCase(Locale.ROOT), any -> new HashSet<>())
                .add(row.get("id", String.class)));
    }
}
