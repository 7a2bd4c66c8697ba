package org.relais.keycloak.grant;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;
import org.relais.keycloak.directory.record.Assignment;
import org.relais.keycloak.directory.record.Assignments;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.Sha256;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Profile;
import org.relais.keycloak.school.Profiles;
import org.relais.keycloak.school.School;
import org.relais.keycloak.school.Schools;

/** What the official record gives to people now. It only reads, so that claims may ask it too. */
public final class OfficialRights {

    private final RealmContext context;
    private final Academy academy;
    private final List<Profile> profiles;

    public OfficialRights(RealmContext context) {
        this.context = context;
        this.academy = Academy.of(context.realm());
        this.profiles = Profiles.of(context.realm()).all();
    }

    /** Whether official memberships follow the record in this realm. */
    public boolean areFollowed() {
        return academy.officialRule() && !profiles.isEmpty();
    }

    /** The assignments of a user that some profile follows. It costs no statement where the user is in the cache. */
    public Set<Assignment> assignmentsOf(UserModel person) {
        boolean none = !areFollowed() || person.getServiceAccountClientLink() != null;
        return none ? Set.of() : followed(new Assignments(context.session(), context.realm()).of(person));
    }

    /** The same from the database, for users who are stored there; every id asked for is in the answer. */
    Map<String, Set<Assignment>> assignmentsOf(Collection<String> userIds) {
        Map<String, Set<Assignment>> assignments = new Assignments(context.session(), context.realm()).ofAll(userIds);
        return userIds.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> followed(assignments.getOrDefault(id, Set.of()))));
    }

    public static boolean entitle(Set<Assignment> assignments, ManagedGroup group) {
        return assignments.stream()
                .anyMatch(assignment ->
                        assignment.uai().equalsIgnoreCase(group.school().uai())
                                && group.profile().followsRecordOf(assignment.code()));
    }

    /** Whether a profile that opens a client for the school of an assignment follows that assignment. */
    public boolean couldOpen(Assignment assignment, String clientId) {
        return profiles.stream()
                .anyMatch(profile ->
                        profile.followsRecordOf(assignment.code()) && profile.opens(clientId, assignment.uai()));
    }

    /**
     * The managed groups to which some assignments entitle. It costs two statements whatever their number, and none without an
     * assignment.
     */
    public List<ManagedGroup> groupsFor(Collection<Assignment> assignments) {
        Set<String> uais = assignments.stream().map(Assignment::uai).collect(Collectors.toSet());
        Schools schools = new Schools(context.session(), context.realm());
        List<School> found = schools.withUais(uais);
        Set<Assignment> all = Set.copyOf(assignments);
        return schools.groupsOf(found).stream()
                .filter(group -> entitle(all, group))
                .toList();
    }

    /**
     * The groups, of some that a user is in, in which the rule has put the user though the record no longer says so. It costs
     * one statement, and a second one where there is any. The cached user may be a moment behind the ledger, in which the
     * record that has just arrived has closed a grant: only the database is sure.
     */
    public List<ManagedGroup> withdrawn(String userId, List<ManagedGroup> groups) {
        Set<String> made =
                new OfficialStore(context.entityManager()).made(List.of(userId)).getOrDefault(userId, Set.of());
        List<ManagedGroup> doubtful =
                groups.stream().filter(group -> made.contains(group.id())).toList();
        if (doubtful.isEmpty()) {
            return List.of();
        }
        Set<Assignment> stored = assignmentsOf(List.of(userId)).get(userId);
        return doubtful.stream().filter(group -> !entitle(stored, group)).toList();
    }

    /** The digest of some assignments and of the rule, which changes when either does; empty without any assignment. */
    Optional<String> digest(Set<Assignment> assignments) {
        return assignments.isEmpty()
                ? Optional.empty()
                : Optional.of(digestOf(Stream.concat(
                        Stream.of(rule()),
                        assignments.stream().map(Assignment::toString).sorted())));
    }

    /** The digest of the rule itself: where schools are, whether the record is trusted, which codes make whom a member. */
    String rule() {
        List<String> parts = new ArrayList<>(List.of(
                academy.schoolsRoot(),
                academy.functionsAttribute(),
                String.valueOf(academy.officialRule()),
                String.valueOf(new Assignments(context.session(), context.realm()).areBelieved())));
        profiles.forEach(profile -> parts.add(profile.suffix() + profile.population() + profile.functionCodes()));
        return digestOf(parts.stream());
    }

    private Set<Assignment> followed(Set<Assignment> assignments) {
        return assignments.stream()
                .filter(assignment -> profiles.stream().anyMatch(profile -> profile.followsRecordOf(assignment.code())))
                .collect(Collectors.toSet());
    }

    /** The same whatever the case of the parts. */
    static String digestOf(Stream<String> parts) {
        return Sha256.of(parts.collect(Collectors.joining("\n")).toUpperCase(Locale.ROOT));
    }
}
