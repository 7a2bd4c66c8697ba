package org.relais.keycloak.school;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.keycloak.school.PermissionPolicyStore.Asking;
import org.relais.keycloak.school.PermissionPolicyStore.Naming;

/**
 * The policies that let somebody pass a permission: those a permission asks, directly or through others, where what they name is
 * let in and not kept out. Policies that no permission asks allow nothing.
 */
record PermissionPolicies(List<Naming> naming, Map<String, List<Asking>> asking) {

    private static final Set<String> PERMISSIONS = Set.of("scope", "resource", "uma");

    /** One statement for the policies, and one for each level of policies that ask others. */
    static PermissionPolicies read(PermissionPolicyStore store, String resourceServerId) {
        List<Naming> naming = store.naming(resourceServerId);
        List<Asking> asking = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Set<String> next = naming.stream().map(Naming::id).collect(Collectors.toSet());
        while (known.addAll(next)) {
            List<Asking> level = store.asking(resourceServerId, next);
            asking.addAll(level);
            next = level.stream()
                    .filter(it -> !isPermission(it))
                    .map(Asking::id)
                    .filter(id -> !known.contains(id))
                    .collect(Collectors.toSet());
        }
        return new PermissionPolicies(naming, asking.stream().collect(Collectors.groupingBy(Asking::asked)));
    }

    /** What the policies of a type that let somebody pass name, in JSON. */
    Collection<String> named(String type) {
        return naming.stream()
                .filter(it -> it.type().equals(type))
                .filter(it -> letsPass(it.id(), !it.negative(), new HashSet<>()))
                .map(Naming::named)
                .toList();
    }

    private boolean letsPass(String policyId, boolean positive, Set<String> visited) {
        return visited.add(policyId + positive)
                && asking.getOrDefault(policyId, List.of()).stream()
                        .anyMatch(it -> isPermission(it)
                                ? positive != it.negative()
                                : letsPass(it.id(), positive != it.negative(), visited));
    }

    private static boolean isPermission(Asking policy) {
        return PERMISSIONS.contains(policy.type());
    }
}
