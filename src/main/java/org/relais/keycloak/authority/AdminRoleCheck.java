package org.relais.keycloak.authority;

import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What a user may do as an administrator where there is no token to ask: it asks for the roles. */
public final class AdminRoleCheck {

    private AdminRoleCheck() {}

    /** Whether the administrators' API would answer the user: with {@code view-users} or {@code manage-users}. */
    public static boolean letView(RealmModel realm, UserModel user) {
        ClientModel management = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        return hasOneOf(user, management, AdminRoles.VIEW_USERS, AdminRoles.MANAGE_USERS);
    }

    /** Whether somebody of the realm, or of the realm master, has {@code manage-users} there. */
    static boolean letManage(KeycloakSession session, RealmModel realm, String userId) {
        UserModel user = session.users().getUserById(realm, userId);
        if (user != null) {
            ClientModel management = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
            return user.isEnabled() && hasOneOf(user, management, AdminRoles.MANAGE_USERS);
        }
        RealmModel master = session.realms().getRealmByName(Config.getAdminRealm());
        UserModel administrator = session.users().getUserById(master, userId);
        return administrator != null
                && administrator.isEnabled()
                && hasOneOf(administrator, realm.getMasterAdminClient(), AdminRoles.MANAGE_USERS);
    }

    private static boolean hasOneOf(UserModel user, ClientModel management, String... roles) {
        return management != null
                && Stream.of(roles).map(management::getRole).anyMatch(role -> role != null && user.hasRole(role));
    }
}
