package org.relais.keycloak.school;

import java.util.Comparator;
import java.util.Locale;
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
        return profiles
                .of(
                        name,
                        school.uai(),
                        group.getAttributeStream(Schools.PROFILE).toList())
                .map(profile -> new ManagedGroup(group.getId(), name, group.getDescription(), school, profile))
                .stream();
    }

    Optional<School> school(GroupModel group) {
        if (!isInPlaceOfSchool(group) || !isSchool(group)) {
            return Optional.empty();
        }
        String uai = group.getName();
        String name = Objects.requireNonNullElse(group.getDescription(), uai);
        boolean closed = group.getAttributeStream(Schools.CLOSED).anyMatch(Boolean::parseBoolean);
        String type = group.getAttributeStream(Schools.TYPE)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return Optional.of(new School(group.getId(), uai, name, type, closed));
    }

    /** Whether a group is directly below the schools root, whatever it says of itself. */
    boolean isInPlaceOfSchool(GroupModel group) {
        return group != null && root.equals(pathOf(group.getParent()));
    }

    private static boolean isSchool(GroupModel group) {
        return SchoolIdentity.holds(
                group.getName(),
                group.getAttributeStream(Schools.UAI).toList(),
                capitals -> group.getParent()
                        .getSubGroupsStream(capitals, true, null, null)
                        .anyMatch(other -> other.getName().equals(capitals)));
    }

    /** Whether a group has in capitals the name of a school that is written in small letters, and would be that school now. */
    boolean takesNameOfSchool(GroupModel group) {
        String small = group.getName().toLowerCase(Locale.ROOT);
        return isInPlaceOfSchool(group)
                && !small.equals(group.getName())
                && group.getParent()
                        .getSubGroupsStream(small, true, null, null)
                        .filter(other -> other.getName().equals(small))
                        .anyMatch(other -> SchoolIdentity.isConfirmed(
                                small, other.getAttributeStream(Schools.UAI).toList()));
    }

    boolean concerns(GroupModel group) {
        return (root + "/").startsWith(pathOf(group) + "/")
                || school(group).isPresent()
                || managedGroup(group).isPresent();
    }

    /** The suffix a group of a school has, whether or not there is such a profile. */
    Optional<String> suffixOf(GroupModel group) {
        return school(group.getParent())
                .flatMap(school -> Optional.ofNullable(group.getFirstAttribute(Schools.PROFILE))
                        .or(() -> Profile.suffixInName(group.getName(), school.uai())));
    }

    private static String pathOf(GroupModel group) {
        return group == null ? "" : ModelToRepresentation.buildGroupPath(group);
    }
}
