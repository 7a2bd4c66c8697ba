package org.relais.keycloak.grant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Schools;

/**
 * The groups of the same school in which a change set does the same as in its own group.
 *
 * @param problems one for each that the group's profile does not offer
 */
record SiblingGroups(List<ManagedGroup> groups, List<Problem> problems) {

    static final SiblingGroups NONE = new SiblingGroups(List.of(), List.of());

    /**
     * A group that the actor does not reach is answered as one that the profile does not offer.
     *
     * @param suffixes of the groups asked for
     */
    static SiblingGroups of(RealmContext context, Reach reach, ManagedGroup group, List<String> suffixes) {
        if (suffixes.isEmpty()) {
            return NONE;
        }
        List<ManagedGroup> offered = new Schools(context.session(), context.realm())
                .groupsOf(List.of(group.school())).stream()
                        .filter(other -> group.profile().offersTogether(other.profile()))
                        .filter(other -> reach.changesMembersOf(other.id()))
                        .toList();
        List<ManagedGroup> siblings = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < suffixes.size(); i++) {
            String suffix = suffixes.get(i);
            Optional<ManagedGroup> sibling = offered.stream()
                    .filter(other -> other.profile().hasSuffix(suffix))
                    .findFirst();
            sibling.ifPresent(siblings::add);
            if (sibling.isEmpty()) {
                String field = "together[" + i + "]";
                String own = group.profile().suffix();
                problems.add(Problem.at(field, GrantProblem.TOGETHER_NOT_OFFERED, suffix, own));
            }
        }
        return new SiblingGroups(siblings.stream().distinct().toList(), problems);
    }

    /** A group and its siblings. */
    List<ManagedGroup> with(ManagedGroup group) {
        return Stream.concat(Stream.of(group), groups.stream()).toList();
    }
}
