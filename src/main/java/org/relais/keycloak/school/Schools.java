package org.relais.keycloak.school;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.KeycloakId;
import org.relais.keycloak.platform.RealmContext;

/**
 * The schools and managed groups of a realm, as its groups show them during one act:
 * {@code <schools root>/<UAI>/<UAI>_<suffix>}, the school with the attributes {@code uai}, which says the same as its name
 * ({@link SchoolIdentity}), and {@code type}; the group with the suffix in its name, which its attribute
 * {@code relais.profile} may not contradict ({@link Profiles#of(String, String, Collection)}).
 */
public final class Schools {

    public static final String UAI = "uai";
    public static final String TYPE = "type";
    /** {@code true} on a school that has closed. */
    public static final String CLOSED = "closed";
    /**
     * The suffix of a group's profile. Its name is not {@code profile}, because Keycloak's mapper of the claim {@code profile}
     * falls back to the attributes of a user's groups and would put it into every application's tokens.
     */
    public static final String PROFILE = "relais.profile";

    private static final int FEW = 3;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Profiles profiles;
    private final SchoolTree tree;
    private final SchoolStore store;
    private Set<School> askedLast = Set.of();
    private List<ManagedGroup> groupsOfLast = List.of();

    public Schools(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.profiles = Profiles.of(realm);
        this.tree = SchoolTree.of(realm);
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

    /** The managed groups with these ids; one statement for many, none for a few. */
    public Map<String, ManagedGroup> managedGroups(Collection<String> ids) {
        if (ids.size() <= FEW) {
            return ids.stream()
                    .flatMap(id -> managedGroup(id).stream())
                    .collect(Collectors.toMap(ManagedGroup::id, Function.identity()));
        }
        SchoolRowStore rows = new SchoolRowStore(EntityManagers.of(session));
        return rootId().stream()
                .flatMap(id -> rows.groups(realm.getId(), id, ids).stream())
                .flatMap(row -> row.managedBy(profiles).stream())
                .collect(Collectors.toMap(ManagedGroup::id, Function.identity()));
    }

    public Optional<ManagedGroup> managedGroup(GroupModel group) {
        return tree.managedGroup(group);
    }

    /** The school a group is; empty for any other group. */
    public Optional<School> school(GroupModel group) {
        return tree.school(group);
    }

    /** Whether a group is directly below the schools root and yet no school, because its name and its attribute disagree. */
    public boolean isFalseSchool(GroupModel group) {
        return tree.isInPlaceOfSchool(group) && tree.school(group).isEmpty();
    }

    /** Whether a new or renamed group would take the place of a school whose name differs in nothing but the case. */
    public boolean takesNameOfSchool(GroupModel group) {
        return tree.takesNameOfSchool(group);
    }

    /** Whether a group is a school, a managed group, the root of the schools or a group above it. */
    public boolean concerns(GroupModel group) {
        return tree.concerns(group);
    }

    /** The school with a UAI, written in any case. */
    public Optional<School> withUai(String uai) {
        return rootId().stream()
                .flatMap(id -> store.idsOfNamed(realm.getId(), id, uai).stream())
                .map(id -> session.groups().getGroupById(realm, id))
                .flatMap(group -> school(group).stream())
                .findFirst();
    }

    /** The schools with these UAIs, written in any case; in one statement. */
    public List<School> withUais(Collection<String> uais) {
        return uais.isEmpty()
                ? List.of()
                : rootId().map(id -> store.schoolsNamed(realm.getId(), id, uais))
                        .orElse(List.of());
    }

    /** The schools in the order of their group's name, from {@code after} on (a group name; null for the start). */
    public List<School> page(String after, int max) {
        return rootId().map(id -> store.schools(realm.getId(), id, after, max)).orElse(List.of());
    }

    /**
     * All managed groups of some schools, in the order of their names; one statement, and none for the schools that were asked
     * for last. It keeps no more than that, so a caller that reads the realm page by page holds one page.
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

    /** How many groups and open schools there are; reads all groups. */
    public SchoolUsage usage() {
        SchoolCountStore counts = new SchoolCountStore(EntityManagers.of(session));
        return rootId().map(id -> counts.usage(realm.getId(), id)).orElse(new SchoolUsage(Map.of(), 0));
    }

    /** Creates the groups a school lacks, one for each profile without one. */
    public List<ManagedGroup> createMissingGroups(School school) {
        List<ManagedGroup> created =
                new MissingGroups(session, realm, profiles).create(school, groupsOf(List.of(school)));
        if (!created.isEmpty()) {
            askedLast = Set.of();
            groupsOfLast = List.of();
        }
        return created;
    }

    private Optional<String> rootId() {
        return Optional.ofNullable(KeycloakModelUtils.findGroupByPath(session, realm, tree.root()))
                .map(GroupModel::getId);
    }
}
