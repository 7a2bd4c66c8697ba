package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.platform.RealmContext;

/** Activates grants that wait for an identifier, once an account has it and the identifier says who the person is. */
public final class PendingGrants {

    private final RealmContext context;
    private final GrantStore store;
    private final AccountStore accounts;

    public PendingGrants(RealmContext context) {
        EntityManager em = context.entityManager();
        this.context = context;
        this.store = new GrantStore(em);
        this.accounts = new AccountStore(em);
    }

    /**
     * Activates the grants that wait for this account; it costs one indexed read when there are none. {@link Identifiers} says
     * what an account is known by, and {@link TrustedUsernames} whether its name claims anything; an identifier that two
     * accounts have belongs to neither. Where the person is an official member already, the grant closes. Where the person has
     * another grant in the group, that one runs out first.
     */
    public void activateFor(UserModel person) {
        activate(person, false);
    }

    /** The same for an account that an administrator has just made: nobody else has chosen its name. */
    public void activateForNew(UserModel person) {
        activate(person, true);
    }

    private void activate(UserModel person, boolean isNamedByAdministrator) {
        List<Grant> waiting = store.pendingFor(context.realmId(), Identifiers.of(person)).stream()
                .filter(grant -> !grant.isOverAt(context.now()))
                .toList();
        if (waiting.isEmpty() || new Eligibility(context).problemOf(person).isPresent()) {
            return;
        }
        boolean isNameTrusted = isNamedByAdministrator || new TrustedUsernames(context).isTrusted(person);
        Map<String, Set<String>> meant = meantBy(waiting);
        Set<String> granted = store.openOfPerson(context.realmId(), person.getId()).stream()
                .map(Grant::groupId)
                .collect(Collectors.toSet());
        GrantActivation activation = new GrantActivation(context, person);
        waiting.stream()
                .filter(grant -> isNameTrusted || Identifiers.isAddress(grant.identifier()))
                .filter(grant -> isTheOnlyOne(person, meant.get(grant.identifier())))
                .filter(grant -> !granted.contains(grant.groupId()))
                .forEach(grant -> {
                    activation.activate(grant.id(), Journal.SYSTEM);
                    granted.add(grant.groupId());
                });
    }

    /** Exactly one account is meant, and it is this one. A storage that imports nobody has no account in the database. */
    private static boolean isTheOnlyOne(UserModel person, Set<String> meant) {
        return meant == null ? !StorageId.isLocalStorage(person.getId()) : meant.equals(Set.of(person.getId()));
    }

    /**
     * Grants that wait, with the accounts that they may wait for, in the order of their end: for accounts of which no event
     * told.
     */
    public List<Awaited> awaited(GrantPosition after, int max) {
        List<Grant> waiting = waiting(after, max);
        Map<String, Set<String>> meant = meantBy(waiting);
        return waiting.stream()
                .map(grant -> new Awaited(grant, meant.getOrDefault(grant.identifier(), Set.of())))
                .toList();
    }

    /** @param accounts ids of the accounts its identifier may mean */
    public record Awaited(Grant grant, Set<String> accounts) {

        /** The only account its identifier may mean. */
        public Optional<String> account() {
            return accounts.size() == 1 ? accounts.stream().findFirst() : Optional.empty();
        }
    }

    /** The accounts that are alone in being known by what one of these grants waits for. */
    Set<String> accountsOf(List<Grant> waiting) {
        return meantBy(waiting).values().stream()
                .filter(accounts -> accounts.size() == 1)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private List<Grant> waiting(GrantPosition after, int max) {
        GrantPosition begin = after.endsAt() < context.clock().millis()
                ? new GrantPosition(context.clock().millis(), "")
                : after;
        GrantFilter pending = new GrantFilter(null, null, GrantStatus.PENDING, null, null, null);
        return new GrantListStore(context.entityManager())
                .search(context.realmId(), pending, context.now(), begin, max);
    }

    private Map<String, Set<String>> meantBy(List<Grant> waiting) {
        return accounts.meantBy(
                context.realmId(), waiting.stream().map(Grant::identifier).collect(Collectors.toSet()));
    }
}
