package org.relais.keycloak.grant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.ManagedGroup;

/** Finds the grants that a change set ends: those it names, and those of the same people in the sibling groups. */
record RemovalPlanner(RealmContext context, Reach reach, GrantStore store) {

    Removals plan(ManagedGroup group, SiblingGroups siblings, List<String> grantIds) {
        Map<String, Grant> known = store.withIds(context.realmId(), grantIds).stream()
                .filter(grant -> grant.groupId().equals(group.id()) && reach.changes(grant))
                .collect(Collectors.toMap(Grant::id, Function.identity()));
        List<Grant> ending = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < grantIds.size(); i++) {
            String field = "remove[" + i + "]";
            Grant grant = known.get(grantIds.get(i));
            if (grant == null) {
                problems.add(Problem.at(field, GrantProblem.UNKNOWN_GRANT, grantIds.get(i)));
            } else if (grant.isEnded() || grant.isOverAt(context.now())) {
                problems.add(Problem.at(field, GrantProblem.GRANT_ENDED));
            } else if (!seen.add(grant.id())) {
                problems.add(Problem.at(field, GrantProblem.LINE_TWICE, grant.id()));
            } else {
                ending.add(grant);
            }
        }
        ending.addAll(inSiblings(siblings, ending));
        return new Removals(ending, problems);
    }

    private List<Grant> inSiblings(SiblingGroups siblings, List<Grant> ending) {
        Set<String> userIds = new HashSet<>();
        Set<String> identifiers = new HashSet<>();
        for (Grant grant : ending) {
            if (grant.userId() == null) {
                identifiers.add(grant.identifier());
            } else {
                userIds.add(grant.userId());
            }
        }
        return store.openFor(context.realmId(), siblings.groups(), userIds, identifiers).stream()
                .filter(grant -> !grant.isOverAt(context.now()))
                .toList();
    }
}
