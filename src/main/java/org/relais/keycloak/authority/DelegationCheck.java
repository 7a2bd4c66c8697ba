package org.relais.keycloak.authority;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Schools;

/**
 * Which delegations hold: those of administrators until their day, the others only while whoever gave them manages the group, by
 * the profile or by a delegation that holds itself. It is decided when it is asked, and costs at most five statements whatever
 * the number of delegations.
 */
record DelegationCheck(RealmContext context, Schools schools, ManagerStore store) {

    /** The ids of those that hold. */
    Set<String> holding(Collection<Delegation> asked) {
        List<Delegation> current =
                asked.stream().filter(it -> it.isCurrentAt(context.now())).toList();
        Set<String> doubtful = current.stream()
                .filter(it -> it.basis() != DelegationBasis.ADMINISTRATOR)
                .map(Delegation::groupId)
                .collect(Collectors.toSet());
        Set<String> holding = doubtful.isEmpty() ? new HashSet<>() : holdingIn(doubtful);
        return current.stream()
                .filter(it -> it.basis() == DelegationBasis.ADMINISTRATOR || holding.contains(it.id()))
                .map(Delegation::id)
                .collect(Collectors.toSet());
    }

    /**
     * It begins with those that stand by themselves and adds what these carry, until nothing is added: delegations that only
     * carry each other do not hold.
     */
    private Set<String> holdingIn(Set<String> groupIds) {
        List<Delegation> all = store.ofGroups(groupIds, context.now());
        Map<String, ManagedGroup> groups = schools.managedGroups(groupIds);
        Givers givers = new Givers(
                context,
                schools,
                all.stream()
                        .filter(it -> it.basis() != DelegationBasis.ADMINISTRATOR)
                        .map(Delegation::grantedBy)
                        .collect(Collectors.toSet()));
        Set<Delegation> holding = all.stream()
                .filter(it -> groups.containsKey(it.groupId()))
                .filter(it -> standsByItself(it, groups.get(it.groupId()), givers))
                .collect(Collectors.toCollection(HashSet::new));
        boolean more = true;
        while (more) {
            Predicate<Delegation> carried = it -> givers.find(it.grantedBy()).stream()
                    .anyMatch(giver -> holding.stream()
                            .anyMatch(own -> own.groupId().equals(it.groupId()) && giver.isMeantBy(own)));
            more = holding.addAll(all.stream().filter(carried).toList());
        }
        return holding.stream().map(Delegation::id).collect(Collectors.toSet());
    }

    private boolean standsByItself(Delegation delegation, ManagedGroup group, Givers givers) {
        return delegation.basis() == DelegationBasis.ADMINISTRATOR
                || givers.manageByRule(delegation.grantedBy(), group)
                || (delegation.basis() == null
                        && AdminRoleCheck.letManage(context.session(), context.realm(), delegation.grantedBy()));
    }
}
