package org.relais.keycloak.grant;

/**
 * What an actor may change, as {@code authority} says of each group and each person by themselves. What is out of reach is
 * neither shown nor touched, and answered as if it did not exist.
 */
public interface Reach {

    /** Whether the actor may change the members of a group. */
    boolean changesMembersOf(String groupId);

    /**
     * Whether the actor may change the groups of a person.
     *
     * @param userId null for somebody who has no account yet
     */
    boolean changesGroupsOf(String userId);

    default boolean changes(Grant grant) {
        return changesMembersOf(grant.groupId()) && changesGroupsOf(grant.userId());
    }
}
