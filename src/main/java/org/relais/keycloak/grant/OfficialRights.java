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

/** What the official record gives to people, now: it reads and never writes, so that claims may ask it too. */
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

    /** The posts that some profile follows, from the user's model: no statement where that is in the cache. */
    public Set<Assignment> postsOf(UserModel person) {
        boolean none = !areFollowed() || person.getServiceAccountClientLink() != null;
        return none ? Set.of() : followed(new Assignments(context.session(), context.realm()).of(person));
    }

    /** The same from the database, for people stored there; everybody named is in it. */
    Map<String, Set<Assignment>> postsOf(Collection<String> userIds) {
        Map<String, Set<Assignment>> posts = new Assignments(context.session(), context.realm()).ofAll(userIds);
        return userIds.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> followed(posts.getOrDefault(id, Set.of()))));
    }

    public static boolean entitle(Set<Assignment> posts, ManagedGroup group) {
        return posts.stream()
                .anyMatch(post -> post.uai().equalsIgnoreCase(group.school().uai())
                        && group.profile().followsRecordOf(post.code()));
    }

    /** Whether a profile that opens a client for the school of a post follows that post. */
    public boolean couldOpen(Assignment post, String clientId) {
        return profiles.stream()
                .anyMatch(profile -> profile.followsRecordOf(post.code()) && profile.opens(clientId, post.uai()));
    }

    /** The managed groups to which some posts entitle: two statements whatever their number; none where there is no post. */
    public List<ManagedGroup> groupsFor(Collection<Assignment> posts) {
        Set<String> uais = posts.stream().map(Assignment::uai).collect(Collectors.toSet());
        Schools schools = new Schools(context.session(), context.realm());
        List<School> found = schools.withUais(uais);
        Set<Assignment> all = Set.copyOf(posts);
        return schools.groupsOf(found).stream()
                .filter(group -> entitle(all, group))
                .toList();
    }

    /**
     * Of some groups somebody is in, those in which the rule has put them though the record no longer says so: one statement,
     * and a second one where there is any. The model of the person may be a moment behind the ledger, in which the record that
     * has just arrived has closed a grant: only the database tells for sure.
     */
    public List<ManagedGroup> withdrawn(String userId, List<ManagedGroup> groups) {
        Set<String> made =
                new OfficialStore(context.entityManager()).made(List.of(userId)).getOrDefault(userId, Set.of());
        List<ManagedGroup> doubtful =
                groups.stream().filter(group -> made.contains(group.id())).toList();
        if (doubtful.isEmpty()) {
            return List.of();
        }
        Set<Assignment> stored = postsOf(List.of(userId)).get(userId);
        return doubtful.stream().filter(group -> !entitle(stored, group)).toList();
    }

    /** What tells whether a record or the rule itself has changed; empty for no post at all. */
    Optional<String> digest(Set<Assignment> posts) {
        return posts.isEmpty()
                ? Optional.empty()
                : Optional.of(digestOf(Stream.concat(
                        Stream.of(rule()),
                        posts.stream().map(Assignment::toString).sorted())));
    }

    /** The rule itself, in short: where schools are, whether the record is believed, which codes make whom a member. */
    String rule() {
        List<String> parts = new ArrayList<>(List.of(
                academy.schoolsRoot(),
                academy.functionsAttribute(),
                String.valueOf(academy.officialRule()),
                String.valueOf(new Assignments(context.session(), context.realm()).areBelieved())));
        profiles.forEach(profile -> parts.add(profile.suffix() + profile.population() + profile.functionCodes()));
        return digestOf(parts.stream());
    }

    private Set<Assignment> followed(Set<Assignment> posts) {
        return posts.stream()
                .filter(post -> profiles.stream().anyMatch(profile -> profile.followsRecordOf(post.code())))
                .collect(Collectors.toSet());
    }

    /** The same whatever the case of the parts. */
    static String digestOf(Stream<String> parts) {
        return Sha256.of(parts.collect(Collectors.joining("\n")).toUpperCase(Locale.ROOT));
    }
}
