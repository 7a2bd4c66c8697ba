package org.relais.keycloak.school;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.ModelToRepresentation;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.KeycloakId;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Conflict;
import org.relais.keycloak.problem.Problem;

/**
 * The schools and managed groups of a realm, as they are during one act, seen in its groups:
 * {@code <schools root>/<UAI>/<UAI>_<suffix>}, the school with the attributes {@code uai} and {@code type}, the group with
 * the attribute {@code relais.profile} or, without it, the suffix in its name.
 */
public final class Schools {

    public static final String UAI = "uai";
    public static final String TYPE = "type";
    /** {@code true} on a school that has closed. */
    public static final String CLOSED = "closed";
    /**
     * Not plainly {@code profile}: Keycloak's own mapper of the claim {@code profile} falls back to the attributes of a user's
     * groups and would tell it to every application.
     */
    public static final String PROFILE = "relais.profile";

    private static final int AT_HAND = 3;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Profiles profiles;
    private final String root;
    private final SchoolStore store;
    private Set<School> askedLast = Set.of();
    private List<ManagedGroup> groupsOfLast = List.of();

    public Schools(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.profiles = Profiles.of(realm);
        this.root = Academy.of(realm).schoolsRoot();
        this.store = new SchoolStore(EntityManagers.of(session));
    }

    public Schools(RealmContext context) {
        this(context.session(), context.realm());
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

    /** The managed groups with these ids; one statement for many, none for the few a caller has at hand. */
    public Map<String, ManagedGroup> managedGroups(Collection<String> ids) {
        if (ids.size() <= AT_HAND) {
            return ids.stream()
                    .flatMap(id -> managedGroup(id).stream())
                    .collect(Collectors.toMap(ManagedGroup::id, Function.identity()));
        }
        GroupModel rootGroup = rootGroup();
        return rootGroup == null
                ? Map.of()
                : new SchoolRowStore(EntityManagers.of(session))
                        .groups(realm.getId(), rootGroup.getId(), ids).stream()
                                .flatMap(row -> row.managedBy(profiles).stream())
                                .collect(Collectors.toMap(ManagedGroup::id, Function.identity()));
    }

    public Optional<ManagedGroup> managedGroup(GroupModel group) {
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

    /** The school a group is; empty for any other group. */
    public Optional<School> school(GroupModel group) {
        if (group == null || group.getFirstAttribute(UAI) == null || !root.equals(pathOf(group.getParent()))) {
            return Optional.empty();
        }
        String uai = group.getFirstAttribute(UAI);
        String name = Objects.requireNonNullElse(group.getDescription(), uai);
        boolean closed = Boolean.parseBoolean(group.getFirstAttribute(CLOSED));
        return Optional.of(new School(group.getId(), uai, name, group.getFirstAttribute(TYPE), closed));
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

    /** The schools with these UAIs, written in any case; in one statement. */
    public List<School> withUais(Collection<String> uais) {
        GroupModel rootGroup = uais.isEmpty() ? null : rootGroup();
        return rootGroup == null ? List.of() : store.schoolsNamed(realm.getId(), rootGroup.getId(), uais);
    }

    /** The schools in the order of their group's name, from {@code after} on (a group name; null for the start). */
    public List<School> page(String after, int max) {
        GroupModel rootGroup = rootGroup();
        return rootGroup == null ? List.of() : store.schools(realm.getId(), rootGroup.getId(), after, max);
    }

    /**
     * All managed groups of some schools, in the order of their names, in one statement; none for the schools that were asked
     * for last. No more is kept: whoever goes through the academy page by page holds a page.
     */
    public List<ManagedGroup> groupsOf(Collection<School> schools) {
        Set<School> asked = Set.copyOf(schools);
        if (!asked.equals(askedLast)) {
            groupsOfLast = store.groupsIn(realm.getId(), asked).stream()
                    .flatMap(row -> row.managedBy(profiles).stream())
                    .sorted(Comparator.comparing(ManagedGroup::name, String.CASE_INSENSITIVE_ORDER))
                    .toList();
            askedLast = asked;
        }
        return groupsOfLast;
    }

    /** How many groups each profile has, by suffix in upper case, and how many schools are open; reads all groups. */
    public Usage usage() {
        GroupModel rootGroup = rootGroup();
        SchoolCountStore counts = new SchoolCountStore(EntityManagers.of(session));
        return rootGroup == null
                ? new Usage(Map.of(), 0)
                : new Usage(
                        counts.countGroups(realm.getId(), rootGroup.getId()),
                        counts.countOpenSchools(realm.getId(), rootGroup.getId()));
    }

    public record Usage(Map<String, Long> groups, long openSchools) {

        public long groupsOf(Profile profile) {
            return groups.getOrDefault(profile.suffix().toUpperCase(Locale.ROOT), 0L);
        }
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
        return school(group.getParent()).flatMap(school -> suffixOf(group, school));
    }

    private static Optional<String> suffixOf(GroupModel group, School school) {
        return suffixOf(group, group.getName(), school);
    }

    private static Optional<String> suffixOf(GroupModel group, String name, School school) {
        return Optional.ofNullable(group.getFirstAttribute(PROFILE)).or(() -> Profile.suffixInName(name, school.uai()));
    }

    private ManagedGroup create(School school, GroupModel parent, Profile profile) {
        String name = school.uai() + "_" + profile.suffix();
        if (session.groups().getGroupByName(realm, parent, name) != null) {
            throw new Conflict(Problem.general(SchoolProblem.GROUP_NAME_TAKEN, name, profile.suffix()));
        }
        GroupModel group = session.groups().createGroup(realm, name, parent);
        group.setSingleAttribute(PROFILE, profile.suffix());
        forgetLast();
        return new ManagedGroup(group.getId(), group.getName(), null, school, profile);
    }

    private void forgetLast() {
        askedLast = Set.of();
        groupsOfLast = List.of();
    }

    private GroupModel rootGroup() {
        return KeycloakModelUtils.findGroupByPath(session, realm, root);
    }

    private static String pathOf(GroupModel group) {
        return group == null ? "" : ModelToRepresentation.buildGroupPath(group);
    }
}
