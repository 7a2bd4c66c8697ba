package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.grant.GrantChanged.Kind;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.platform.RealmContext;

/** Activates grants that wait for an identifier, once an account has it. */
public final class PendingGrants {

    private final RealmContext context;
    private final GrantStore store;
    private final AccountStore accounts;
    private final Identifiers identifiers;
    private final GrantRows rows;
    private final GrantEvents grantEvents;

    public PendingGrants(RealmContext context) {
        EntityManager em = context.entityManager();
        this.context = context;
        this.store = new GrantStore(em);
        this.accounts = new AccountStore(em);
        this.identifiers = new Identifiers(context.realm());
        this.rows = new GrantRows(context);
        this.grantEvents = new GrantEvents(context);
    }

    /**
     * Activates the grants that wait for this account; it costs one indexed read when there are none. {@link Identifiers} says
     * what an account is known by; an identifier that two accounts have belongs to neither. Where the person is an official
     * member already, the grant closes. Where the person has another grant in the group, that one runs out first.
     */
    public void activateFor(UserModel person) {
        List<Grant> waiting = store.pendingFor(context.realmId(), identifiers.of(person)).stream()
                .filter(grant -> !grant.isOverAt(context.now()))
                .toList();
        if (waiting.isEmpty() || new Eligibility(context).problemOf(person).isPresent()) {
            return;
        }
        Map<String, Set<String>> meant = meantBy(waiting);
        Set<String> granted = store.openOfPerson(context.realmId(), person.getId()).stream()
                .map(Grant::groupId)
                .collect(Collectors.toSet());
        Set<String> member = LocalUsers.orInDirectory(person)
                .getGroupsStream()
                .map(GroupModel::getId)
                .collect(Collectors.toSet());
        waiting.stream()
                .filter(grant -> Set.of(person.getId()).containsAll(meant.getOrDefault(grant.identifier(), Set.of())))
                .filter(grant -> !granted.contains(grant.groupId()))
                .forEach(grant -> {
                    activate(grant, person, member.contains(grant.groupId()));
                    granted.add(grant.groupId());
                });
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

    /** Grants that wait for an identifier which several accounts have: nobody gets them. */
    public List<Grant> conflicts(int max) {
        return awaited(GrantPosition.FIRST, max).stream()
                .filter(awaited -> awaited.accounts().size() > 1)
                .map(Awaited::grant)
                .toList();
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
                context.realmId(),
                waiting.stream().map(Grant::identifier).collect(Collectors.toSet()),
                identifiers.areUsernamesChosen());
    }

    private void activate(Grant waiting, UserModel person, boolean isMember) {
        GrantEntity grant = store.lock(waiting.id());
        GroupModel group = context.session().groups().getGroupById(context.realm(), grant.groupId);
        boolean possible = grant.status == GrantStatus.PENDING
                && group != null
                && new Eligibility(context).problemOf(group).isEmpty();
        if (possible && isMember) {
            grant.userId = person.getId();
            rows.close(grant, EndCause.REGULARISED, Journal.SYSTEM);
        } else if (possible) {
            Grant before = grant.toGrant();
            grant.activateFor(person.getId());
            grantEvents.publish(Kind.ACTIVATED, before, grant, Journal.SYSTEM, Map.of());
            store.flush();
            new Projection(context).join(person, group);
        }
    }
}
