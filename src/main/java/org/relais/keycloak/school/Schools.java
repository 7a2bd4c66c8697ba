package org.relais.keycloak.school;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.ModelToRepresentation;
import org.relais.keycloak.Conflict;
import org.relais.keycloak.KeycloakId;
import org.relais.keycloak.Problem;

/**
 * The schools and managed groups of a realm, seen in its groups:
 * {@code <schools root>/<UAI>/<UAI>_<suffix>}, the school with the attributes {@code uai} and {@code type}, the group with
 * the attribute {@code relais.profile} or, without it, the suffix in its name.
 */
public final class Schools {

    static final String UAI = "uai";
    static final String TYPE = "type";
    /**
     * Not plainly {@code profile}: Keycloak's own mapper of the claim {@code profile} falls back to the attributes of a user's
     * groups and would tell it to every application.
     */
    static final String PROFILE = "relais.profile";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Profiles profiles;
    private final String root;
    private final SchoolStore store;

    public Schools(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.profiles = Profiles.of(session, realm);
        this.root = Academy.of(realm).schoolsRoot();
        this.store =
                new SchoolStore(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    public Profiles profiles() {
        return profiles;
    }

    /** The managed group with this id; empty if the realm has no such group or it is not a managed one. */
    public Optional<ManagedGroup> managedGroup(String groupId) {
        return KeycloakId.of(groupId)
                .map(id -> session.groups().getGroupById(realm, id))
                .flatMap(this::managedGroup);
    }

    public Optional<ManagedGroup> managedGroup(GroupModel group) {
        return suffixOf(group)
                .flatMap(profiles::withSuffix)
                .flatMap(profile -> school(group.getParent())
                        .map(school -> new ManagedGroup(
                                group.getId(), group.getName(), group.getDescription(), school, profile)));
    }

    /** The school a group is; empty for any other group. */
    public Optional<School> school(GroupModel group) {
        if (group == null || group.getFirstAttribute(UAI) == null || !root.equals(pathOf(group.getParent()))) {
            return Optional.empty();
        }
        String uai = group.getFirstAttribute(UAI);
        String name = Objects.requireNonNullElse(group.getDescription(), uai);
        return Optional.of(new School(group.getId(), uai, name, group.getFirstAttribute(TYPE)));
    }

    /** The school with a UAI, written in any case. */
    public Optional<School> withUai(String uai) {
        GroupModel rootGroup = rootGroup();
        return rootGroup == null
                ? Optional.empty()
                : store.schoolId(realm.getId(), rootGroup.getId(), uai)
                        .map(id -> session.groups().getGroupById(realm, id))
                        .flatMap(this::school);
    }

    /** The schools in the order of their group's name, from {@code after} on (a group name; null for the start). */
    public List<School> page(String after, int max) {
        GroupModel rootGroup = rootGroup();
        return rootGroup == null ? List.of() : store.schools(realm.getId(), rootGroup.getId(), after, max);
    }

    /** All managed groups of some schools, in the order of their names, in one statement. */
    public List<ManagedGroup> groupsOf(Collection<School> schools) {
        return schools.isEmpty()
                ? List.of()
                : store.groupsIn(realm.getId(), schools).stream()
                        .flatMap(row -> row.managedBy(profiles).stream())
                        .sorted(Comparator.comparing(ManagedGroup::name, String.CASE_INSENSITIVE_ORDER))
                        .toList();
    }

    /** Creates the groups a school lacks, one for each profile without one. */
    public List<ManagedGroup> createMissingGroups(School school) {
        List<ManagedGroup> present = groupsOf(List.of(school));
        GroupModel parent = session.groups().getGroupById(realm, school.id());
        return profiles.all().stream()
                .filter(profile -> present.stream().noneMatch(it -> it.profile().equals(profile)))
                .map(profile -> create(school, parent, profile))
                .toList();
    }

    /** Whether a group is a school, a managed group, the root of both or above that. */
    public boolean concerns(GroupModel group) {
        return (root + "/").startsWith(pathOf(group) + "/")
                || school(group).isPresent()
                || managedGroup(group).isPresent();
    }

    /** The suffix a group of a school has, whether or not there is such a profile. */
    Optional<String> suffixOf(GroupModel group) {
        return school(group.getParent())
                .flatMap(school -> Optional.ofNullable(group.getFirstAttribute(PROFILE))
                        .or(() -> Profile.suffixInName(group.getName(), school.uai())));
    }

    private ManagedGroup create(School school, GroupModel parent, Profile profile) {
        String name = school.uai() + "_" + profile.suffix();
        if (session.groups().getGroupByName(realm, parent, name) != null) {
            throw new Conflict(Problem.general("group-name-taken", name, profile.suffix()));
        }
        GroupModel group = session.groups().createGroup(realm, name, parent);
        group.setSingleAttribute(PROFILE, profile.suffix());
        return new ManagedGroup(group.getId(), group.getName(), null, school, profile);
    }

    private GroupModel rootGroup() {
        return KeycloakModelUtils.findGroupByPath(session, realm, root);
    }

    private static String pathOf(GroupModel group) {
        return group == null ? "" : ModelToRepresentation.buildGroupPath(group);
    }
}
