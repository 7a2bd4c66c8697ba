package org.relais.keycloak.authority;

import org.relais.keycloak.grant.Reach;

/** What a caller may change: the groups they manage for a person, what Keycloak lets them change for an administrator. */
record CallerReach(Caller caller, ManagerScope scope) implements Reach {

    @Override
    public boolean changesMembersOf(String groupId) {
        if (caller instanceof Caller.Administrator administrator) {
            return administrator.rights().managesUsers()
                    && administrator.rights().changesMembersOf(groupId);
        }
        return scope.manages(groupId);
    }

    @Override
    public boolean changesGroupsOf(String userId) {
        return !(caller instanceof Caller.Administrator administrator)
                || (administrator.rights().managesUsers()
                        && administrator.rights().changesGroupsOf(userId));
    }
}
