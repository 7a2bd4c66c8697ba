package org.relais.keycloak.grant;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.relais.keycloak.school.ManagedGroup;

/**
 * How some people are in some groups before a change.
 *
 * @param open    their open grants there, over or not
 * @param members ids of the users among them who are members, by group
 */
record CurrentMemberships(List<Grant> open, Map<String, Set<String>> members) {

    /** The open grant of a recipient in a group; null if there is none. */
    Grant openGrant(ManagedGroup group, Recipient recipient) {
        return open.stream()
                .filter(grant -> grant.groupId().equals(group.id()))
                .filter(grant -> recipient.person() == null
                        ? grant.userId() == null && recipient.identifier().equals(grant.identifier())
                        : recipient.person().getId().equals(grant.userId()))
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether a recipient is a member. Users of a storage that does not import them keep their memberships there, and only the
     * model knows those.
     */
    boolean isMember(ManagedGroup group, Recipient recipient) {
        if (recipient.person() == null) {
            return false;
        }
        return members.getOrDefault(group.id(), Set.of())
                        .contains(recipient.person().getId())
                || (recipient.person().getId().startsWith("f:")
                        && recipient
                                .person()
                                .getGroupsStream()
                                .anyMatch(it -> it.getId().equals(group.id())));
    }
}
