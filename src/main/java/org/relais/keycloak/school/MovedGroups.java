package org.relais.keycloak.school;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The managed groups that a group which has moved, or has another name, was before or had just below it. */
public final class MovedGroups {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Schools schools;
    private final String root;

    public MovedGroups(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.schools = new Schools(session, realm);
        this.root = Academy.of(realm).schoolsRoot();
    }

    /** Those that no longer open all that they opened while this was the group's path. */
    public List<ManagedGroup> losing(GroupModel group, String path) {
        return at(path, group).filter(this::loses).toList();
    }

    private Stream<ManagedGroup> at(String path, GroupModel group) {
        int end = path.lastIndexOf('/');
        String parentPath = path.substring(0, end);
        String name = path.substring(end + 1);
        if (parentPath.equals(root)) {
            return asSchool(group, name)
                    .flatMap(school ->
                            group.getSubGroupsStream().flatMap(it -> schools.managed(it, it.getName(), school)));
        }
        GroupModel parent = parentPath.startsWith(root + "/")
                ? KeycloakModelUtils.findGroupByPath(session, realm, parentPath)
                : null;
        return schools.school(parent).stream().flatMap(school -> schools.managed(group, name, school));
    }

    /** Its group has the name of a school, and that may be what has changed. */
    private static Stream<School> asSchool(GroupModel group, String name) {
        String uai = group.getFirstAttribute(Schools.UAI);
        return Stream.of(name, Objects.requireNonNullElse(uai, name))
                .distinct()
                .map(it -> new School(group.getId(), it, it, group.getFirstAttribute(Schools.TYPE), false));
    }

    private boolean loses(ManagedGroup former) {
        return schools.managedGroup(former.id())
                .filter(now -> now.clientIds().containsAll(former.clientIds()))
                .isEmpty();
    }
}
