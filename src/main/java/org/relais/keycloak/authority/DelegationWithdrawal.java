package org.relais.keycloak.authority;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.keycloak.platform.RealmContext;

/** Removes a delegation and, with it, all that was given through it. */
record DelegationWithdrawal(RealmContext context, ManagerStore store, Delegations delegations) {

    /** Returns all that was removed, the delegation itself first. */
    List<Delegation> remove(Delegation delegation) {
        List<Delegation> removed = new ArrayList<>();
        List<Delegation> next = List.of(delegation);
        while (!next.isEmpty()) {
            next.forEach(it -> store.remove(it.id()));
            removed.addAll(next);
            next = givenThrough(next);
        }
        return removed;
    }

    private List<Delegation> givenThrough(List<Delegation> sources) {
        Set<String> ids = sources.stream().map(Delegation::id).collect(Collectors.toSet());
        List<Delegation> left = store.ofGroups(Set.of(sources.get(0).groupId()), context.now());
        List<Delegation> through = new ArrayList<>(left.stream()
                .filter(it -> it.sourceId() != null && ids.contains(it.sourceId()))
                .toList());
        through.addAll(withoutSourceBy(sources, left));
        return through;
    }

    /** Those of an earlier version, which name no source: given by one of the delegates, who manages no longer. */
    private List<Delegation> withoutSourceBy(List<Delegation> sources, List<Delegation> left) {
        Set<String> delegates =
                sources.stream().map(Delegation::principalId).collect(Collectors.toCollection(HashSet::new));
        List<Delegation> possible = left.stream()
                .filter(it -> it.basis() == null && delegates.contains(it.grantedBy()))
                .toList();
        Set<String> holding = delegations.holding(possible);
        return possible.stream().filter(it -> !holding.contains(it.id())).toList();
    }
}
