package org.relais.keycloak.authority;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.relais.keycloak.platform.KeycloakId;
import org.relais.keycloak.platform.RealmContext;

/**
 * What an administrator may do in a realm: for each act what Keycloak asks for the same act, by a role or by fine-grained
 * permissions. The roles are looked at first, so that nothing is read for whoever has them. Permissions are evaluated once for
 * each group and person of a request.
 */
public final class AdminRights {

    private final RealmContext context;
    private final AdminPermissionEvaluator keycloak;
    private final Map<String, Boolean> viewedGroups = new HashMap<>();
    private final Map<String, Boolean> changedGroups = new HashMap<>();
    private final Map<String, Boolean> changedPeople = new HashMap<>();
    private Boolean viewsUsers;
    private Boolean managesUsers;

    public AdminRights(RealmContext context, AdminPermissionEvaluator keycloak) {
        this.context = context;
        this.keycloak = keycloak;
    }

    /** Whether all users may be seen: {@code view-users}. */
    boolean viewsUsers() {
        if (viewsUsers == null) {
            viewsUsers = keycloak.users().canView();
        }
        return viewsUsers;
    }

    /** Whether all users may be changed: {@code manage-users}. */
    boolean managesUsers() {
        if (managesUsers == null) {
            managesUsers = keycloak.users().canManage();
        }
        return managesUsers;
    }

    /** {@code manage-realm}. */
    boolean configuresRealm() {
        return keycloak.realm().canManageRealm();
    }

    /** Whether a group itself may be seen, if not its members. */
    boolean viewsGroup(String groupId) {
        return holds(groupId, keycloak.groups()::canView);
    }

    boolean viewsMembersOf(String groupId) {
        return keycloak.hasOneAdminRole(AdminRoles.VIEW_USERS, AdminRoles.MANAGE_USERS)
                || viewedGroups.computeIfAbsent(groupId, id -> holds(id, keycloak.groups()::canViewMembers));
    }

    boolean changesMembersOf(String groupId) {
        return hasManagingRole()
                || changedGroups.computeIfAbsent(groupId, id -> holds(id, keycloak.groups()::canManageMembership));
    }

    /** @param userId null for anybody, as whoever has no account yet */
    boolean changesGroupsOf(String userId) {
        return hasManagingRole() || changedPeople.computeIfAbsent(userId, this::mayChangeGroupsOf);
    }

    /** Whether groups may be created anywhere in the realm. */
    boolean createsGroups() {
        return keycloak.groups().canManage();
    }

    boolean createsGroupsIn(String groupId) {
        return hasManagingRole() || holds(groupId, keycloak.groups()::canManage);
    }

    private boolean hasManagingRole() {
        return keycloak.hasOneAdminRole(AdminRoles.MANAGE_USERS);
    }

    /** Keycloak takes no user for all users. It fails on that where users are permitted by their groups: then it is a no. */
    private boolean mayChangeGroupsOf(String userId) {
        if (userId == null) {
            return managesUsers() && keycloak.users().canManageGroupMembership(null);
        }
        RealmModel realm = context.realm();
        UserModel person = KeycloakId.of(userId)
                .map(id -> context.session().users().getUserById(realm, id))
                .orElse(null);
        return person != null && keycloak.users().canManageGroupMembership(person);
    }

    private boolean holds(String groupId, Predicate<GroupModel> right) {
        GroupModel group = context.session().groups().getGroupById(context.realm(), groupId);
        return group != null && right.test(group);
    }
}
