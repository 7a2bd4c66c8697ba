package org.relais.keycloak.school;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;
import org.relais.keycloak.platform.EntityManagers;

/**
 * Groups and people with rights that no grant may give: administration roles, fine-grained permissions, and roles of
 * applications that are kept for official members. Early access excludes them altogether.
 */
public final class Privileges {

    private final KeycloakSession session;

    public Privileges(KeycloakSession session) {
        this.session = session;
    }

    /** Whether membership of the group gives such a role, through the group itself or one above it. */
    public boolean areCarriedBy(GroupModel group) {
        return areAdministrationOf(group) || rolesOf(group).anyMatch(this::isOfOfficialOnlyClient);
    }

    /** Whether membership of the group makes an administrator, which not even the official record may bring. */
    public boolean areAdministrationOf(GroupModel group) {
        return session.getContext().getPermissions().isAdminGroup(group)
                || permitted(session.getContext().getRealm()).contain(group);
    }

    /** Whether the groups below a group get such rights from it: roles are passed on, a policy only if it says so. */
    public boolean arePassedOnBy(GroupModel group) {
        return session.getContext().getPermissions().isAdminGroup(group)
                || rolesOf(group).anyMatch(this::isOfOfficialOnlyClient)
                || permitted(session.getContext().getRealm()).containAllBelow(group);
    }

    /** The roles that membership of a group gives, composites and groups above it included. */
    public static Stream<RoleModel> rolesOf(GroupModel group) {
        return RoleUtils.expandCompositeRolesStream(Stream.iterate(group, Objects::nonNull, GroupModel::getParent)
                .flatMap(GroupModel::getRoleMappingsStream));
    }

    private boolean isOfOfficialOnlyClient(RoleModel role) {
        return role.getContainer() instanceof ClientModel client
                && new OfficialOnlyClients(session, client.getRealm()).isApplication(client);
    }

    public boolean areHeldBy(UserModel user) {
        RealmModel realm = session.getContext().getRealm();
        return session.getContext().getPermissions().isAdminUser(user)
                || permitted(realm).contain(realm, user);
    }

    /** The privileged groups among the schools and managed groups of the realm; there should be none. */
    public Stream<GroupModel> carriedUnderTheSchoolsRoot(RealmModel realm) {
        SchoolTree tree = SchoolTree.of(realm);
        return Stream.concat(groupsWithRoles(realm), permitted(realm).groups(session, realm))
                .distinct()
                .filter(group -> tree.managedGroup(group).isPresent()
                        ? areCarriedBy(group)
                        : tree.concerns(group) && arePassedOnBy(group));
    }

    private PermittedPrincipals permitted(RealmModel realm) {
        return PermittedPrincipals.of(session, realm);
    }

    /** The schools, managed groups and groups above them to which roles are mapped. */
    public Stream<GroupModel> groupsWithRoles(RealmModel realm) {
        SchoolTree tree = SchoolTree.of(realm);
        return new SchoolStore(EntityManagers.of(session))
                .groupsWithRoles(realm.getId()).stream()
                        .map(id -> session.groups().getGroupById(realm, id))
                        .filter(group -> group != null && tree.concerns(group));
    }

    public Optional<String> firstPrivilegedGroupOf(RealmModel realm, String suffix) {
        SchoolTree tree = SchoolTree.of(realm);
        return carriedUnderTheSchoolsRoot(realm)
                .filter(group ->
                        tree.suffixOf(group).map(suffix::equalsIgnoreCase).orElse(true))
                .map(GroupModel::getName)
                .findFirst();
    }
}
