package org.relais.keycloak.school;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.ModelToRepresentation;

/**
 * What a realm group is by its place in the tree of groups: a school, a managed group or neither.
 *
 * @param root path of the group under which the schools are
 */
record SchoolTree(String root, Profiles profiles) {

    static SchoolTree of(RealmModel realm) {
        return new SchoolTree(Academy.of(realm).schoolsRoot(), Profiles.of(realm));
    }

    Optional<ManagedGroup> managedGroup(GroupModel group) {
        return school(group.getParent()).stream()
                .flatMap(school -> managed(group, group.getName(), school))
                .findFirst();
    }

    /** What a group with this name is in a school. */
    Stream<ManagedGroup> managed(GroupModel group, String name, School school) {
        return suffixOf(group, name, school)
                .flatMap(profiles::withSuffix)
                .map(profile -> new ManagedGroup(group.getId(), name, group.getDescription(), school, profile))
                .stream();
    }

    Optional<School> school(GroupModel group) {
        if (group == null || group.getFirstAttribute(Schools.UAI) == null || !root.equals(pathOf(group.getParent()))) {
            return Optional.empty();
        }
        String uai = group.getFirstAttribute(Schools.UAI);
        String name = Objects.requireNonNullElse(group.getDescription(), uai);
        boolean closed = Boolean.parseBoolean(group.getFirstAttribute(Schools.CLOSED));
        return Optional.of(new School(group.getId(), uai, name, group.getFirstAttribute(Schools.TYPE), closed));
    }

    boolean concerns(GroupModel group) {
        return (root + "/").startsWith(pathOf(group) + "/")
                || school(group).isPresent()
                || managedGroup(group).isPresent();
    }

    /** The suffix a group of a school has, whether or not there is such a profile. */
    Optional<String> suffixOf(GroupModel group) {
        return school(group.getParent()).flatMap(school -> suffixOf(group, group.getName(), school));
    }

    private static Optional<String> suffixOf(GroupModel group, String name, School school) {
        return Optional.ofNullable(group.getFirstAttribute(Schools.PROFILE))
                .or(() -> Profile.suffixInName(name, school.uai()));
    }

    private static String pathOf(GroupModel group) {
        return group == null ? "" : ModelToRepresentation.buildGroupPath(group);
    }
}
