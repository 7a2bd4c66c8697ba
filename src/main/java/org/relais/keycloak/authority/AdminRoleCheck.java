package org.relais.keycloak.authority;

import java.util.stream.Stream;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What a user may do as an administrator where there is no token to ask: it asks for the roles. */
public final class AdminRoleCheck {

    private AdminRoleCheck() {}

    /** Whether the administrators' API would answer the user: with {@code view-users} or {@code manage-users}. */
    public static boolean letView(RealmModel realm, UserModel user) {
        ClientModel management = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        return management != null
                && Stream.of(AdminRoles.VIEW_USERS, AdminRoles.MANAGE_USERS)
                        .map(management::getRole)
                        .anyMatch(role -> role != null && user.hasRole(role));
    }
}
