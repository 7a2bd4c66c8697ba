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

/** Finds the accounts that some identifiers may mean, along the indexes of Keycloak's USER_ENTITY. */
final class AccountStore {

    private final EntityManager em;

    AccountStore(EntityManager em) {
        this.em = em;
    }

    /** The ids of the accounts whose name, or whose verified mail address, each identifier is; two statements. */
    Map<String, Set<String>> meantBy(String realmId, Collection<String> identifiers) {
        Map<String, Set<String>> accounts = new HashMap<>();
        if (!identifiers.isEmpty()) {
            collect(accounts, realmId, identifiers, "u.username", "");
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
