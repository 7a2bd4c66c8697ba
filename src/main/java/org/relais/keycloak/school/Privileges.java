package org.relais.keycloak.school;

import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Who and what carries administration rights: such groups and people are outside early access altogether. */
public final class Privileges {

    private final KeycloakSession session;

    public Privileges(KeycloakSession session) {
        this.session = session;
    }

    /** Whether membership of the group gives an administration role, by the group itself or by one above it. */
    public boolean areCarriedBy(GroupModel group) {
        return session.getContext().getPermissions().isAdminGroup(group);
    }

    public boolean areHeldBy(UserModel user) {
        return session.getContext().getPermissions().isAdminUser(user);
    }

    /** The privileged groups among the schools and managed groups of the realm: there should be none. */
    public Stream<GroupModel> carriedUnderTheSchoolsRoot(RealmModel realm) {
        Schools schools = new Schools(session, realm);
        return new SchoolStore(session.getProvider(JpaConnectionProvider.class).getEntityManager())
                .groupsWithRoles(realm.getId()).stream()
                        .map(id -> session.groups().getGroupById(realm, id))
                        .filter(group -> group != null && schools.concerns(group))
                        .filter(this::areCarriedBy);
    }

    Optional<String> firstPrivilegedGroupOf(RealmModel realm, String suffix) {
        Schools schools = new Schools(session, realm);
        return carriedUnderTheSchoolsRoot(realm)
                .filter(group ->
                        schools.suffixOf(group).map(suffix::equalsIgnoreCase).orElse(true))
                .map(GroupModel::getName)
                .findFirst();
    }
}
