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
 * Who and what carries rights that no grant may give: administration roles, and the roles of applications kept for official
 * members. Such groups and people are outside early access altogether.
 */
public final class Privileges {

    private final KeycloakSession session;

    public Privileges(KeycloakSession session) {
        this.session = session;
    }

    /** Whether membership of the group gives such a role, by the group itself or by one above it. */
    public boolean areCarriedBy(GroupModel group) {
        return areAdministrationOf(group) || rolesOf(group).anyMatch(this::isOfOfficialOnlyClient);
    }

    /** Whether membership of the group gives an administration role: the one thing the official record does not bring either. */
    public boolean areAdministrationOf(GroupModel group) {
        return session.getContext().getPermissions().isAdminGroup(group);
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
        return session.getContext().getPermissions().isAdminUser(user);
    }

    /** The privileged groups among the schools and managed groups of the realm: there should be none. */
    public Stream<GroupModel> carriedUnderTheSchoolsRoot(RealmModel realm) {
        return groupsWithRoles(realm).filter(this::areCarriedBy);
    }

    /** The schools, managed groups and groups above them to which roles are mapped. */
    public Stream<GroupModel> groupsWithRoles(RealmModel realm) {
        Schools schools = new Schools(session, realm);
        return new SchoolStore(EntityManagers.of(session))
                .groupsWithRoles(realm.getId()).stream()
                        .map(id -> session.groups().getGroupById(realm, id))
                        .filter(group -> group != null && schools.concerns(group));
    }

    public Optional<String> firstPrivilegedGroupOf(RealmModel realm, String suffix) {
        Schools schools = new Schools(session, realm);
        return carriedUnderTheSchoolsRoot(realm)
                .filter(group ->
                        schools.suffixOf(group).map(suffix::equalsIgnoreCase).orElse(true))
                .map(GroupModel::getName)
                .findFirst();
    }
}
