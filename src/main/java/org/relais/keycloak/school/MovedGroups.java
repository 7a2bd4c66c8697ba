package org.relais.keycloak.school;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The managed groups that a moved or renamed group was before, or had directly below it. */
public record MovedGroups(KeycloakSession session, RealmModel realm) {

    /** Those that no longer open everything they opened while the group had this path. */
    public List<ManagedGroup> losing(GroupModel group, String path) {
        return at(path, group).filter(this::loses).toList();
    }

    private Stream<ManagedGroup> at(String path, GroupModel group) {
        SchoolTree tree = SchoolTree.of(realm);
        int end = path.lastIndexOf('/');
        String parentPath = path.substring(0, end);
        String name = path.substring(end + 1);
        if (parentPath.equals(tree.root())) {
            return asSchool(group, name)
                    .flatMap(
                            school -> group.getSubGroupsStream().flatMap(it -> tree.managed(it, it.getName(), school)));
        }
        GroupModel parent = parentPath.startsWith(tree.root() + "/")
                ? KeycloakModelUtils.findGroupByPath(session, realm, parentPath)
                : null;
        return tree.school(parent).stream().flatMap(school -> tree.managed(group, name, school));
    }

    /** The school the group was, or may have been: by the name it had. */
    private static Stream<School> asSchool(GroupModel group, String name) {
        return Stream.of(new School(group.getId(), name, name, group.getFirstAttribute(Schools.TYPE), false));
    }

    private boolean loses(ManagedGroup former) {
        return new Schools(session, realm)
                .managedGroup(former.id())
                .filter(now -> now.clientIds().containsAll(former.clientIds()))
                .isEmpty();
    }
}
