package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the accounts that some identifiers may mean, by the indexes of Keycloak's USER_ENTITY. What a database that ignores
 * accents finds besides is left out.
 */
final class AccountStore {

    private final EntityManager em;

    AccountStore(EntityManager em) {
        this.em = em;
    }

    /** The ids of the accounts that are known by each identifier, as {@link Identifiers} has it; two statements. */
    Map<String, Set<String>> meantBy(String realmId, Collection<String> identifiers) {
        Map<String, Set<String>> accounts = new HashMap<>(named(realmId, identifiers));
        accounts.putAll(
                found(realmId, some(identifiers, Identifiers::isAddress), "u.email", " and u.emailVerified = true"));
        return accounts;
    }

    /** The ids of the accounts that have each identifier for a username; one statement. */
    Map<String, Set<String>> named(String realmId, Collection<String> identifiers) {
        return found(realmId, some(identifiers, identifier -> !Identifiers.isAddress(identifier)), "u.username", "");
    }

    private static List<String> some(Collection<String> identifiers, Predicate<String> which) {
        return identifiers.stream().filter(which).distinct().toList();
    }

    private Map<String, Set<String>> found(String realmId, List<String> identifiers, String column, String condition) {
        Map<String, Set<String>> accounts = new HashMap<>();
        if (identifiers.isEmpty()) {
            return accounts;
        }
        List<Tuple> rows = em.createQuery(
                        "select u.id as id, " + column
                                + " as identifier from UserEntity u where u.realmId = :realm and " + column
                                + " in :identifiers" + condition,
                        Tuple.class)
                .setParameter("realm", realmId)
                .setParameter("identifiers", identifiers)
                .getResultList();
        for (Tuple row : rows) {
            String identifier = Identifiers.folded(row.get("identifier", String.class));
            if (identifiers.contains(identifier)) {
                accounts.computeIfAbsent(identifier, any -> new HashSet<>()).add(row.get("id", String.class));
            }
        }
        return accounts;
    }
}
