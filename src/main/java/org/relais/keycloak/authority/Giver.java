package org.relais.keycloak.authority;

import java.util.List;
import org.relais.keycloak.school.ManagedGroup;

/**
 * Somebody who delegated, as they are now.
 *
 * @param officialGroups the managed groups they are in by the record
 */
record Giver(String id, List<ManagedGroup> officialGroups) {

    static boolean manages(List<ManagedGroup> officialGroups, ManagedGroup group) {
        return officialGroups.stream()
                .anyMatch(own -> own.isIn(group.school()) && group.profile().isManagedBy(own.profile()));
    }

    boolean managesByRule(ManagedGroup group) {
        return manages(officialGroups, group);
    }

    boolean isMeantBy(Delegation delegation) {
        return delegation.principalType() == PrincipalType.USER
                ? delegation.principalId().equals(id)
                : officialGroups.stream().anyMatch(own -> own.id().equals(delegation.principalId()));
    }
}
