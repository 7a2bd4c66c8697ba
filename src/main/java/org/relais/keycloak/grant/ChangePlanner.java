package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;
import org.relais.keycloak.grant.Candidates.Line;
import org.relais.keycloak.grant.ChangePlan.Giving;
import org.relais.keycloak.grant.ChangePlan.Prolonging;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Profile;
import org.relais.keycloak.school.Schools;

/** Reads what a change set needs to know, many people at a time, and says line by line what it comes to. */
final class ChangePlanner {

    private final RealmContext context;
    private final Academy academy;
    private final GrantStore grants;
    private final MemberStore members;

    ChangePlanner(RealmContext context) {
        EntityManager em = context.entityManager();
        this.context = context;
        this.academy = Academy.of(context.realm());
        this.grants = new GrantStore(em);
        this.members = new MemberStore(em);
    }

    /** The groups of the same school in which the same is to be done. */
    List<ManagedGroup> siblings(ManagedGroup group, List<String> together, List<Problem> problems) {
        if (together.isEmpty()) {
            return List.of();
        }
        List<ManagedGroup> ofSchool = new Schools(context.session(), context.realm()).groupsOf(List.of(group.school()));
        List<ManagedGroup> siblings = new ArrayList<>();
        for (int i = 0; i < together.size(); i++) {
            String suffix = together.get(i);
            String field = "together[" + i + "]";
            ofSchool.stream()
                    .filter(other ->
                            other.profile().hasSuffix(suffix) && group.profile().offersTogether(other.profile()))
                    .findFirst()
                    .ifPresentOrElse(
                            siblings::add,
                            () -> problems.add(Problem.at(
                                    field,
                                    "together-not-offered",
                                    suffix,
                                    group.profile().suffix())));
        }
        return siblings.stream().distinct().toList();
    }

    ChangePlan plan(ManagedGroup group, List<ManagedGroup> siblings, ChangeSet change) {
        GrantLimits terms = new GrantLimits(academy, context.clock());
        List<ManagedGroup> targets =
                Stream.concat(Stream.of(group), siblings.stream()).toList();
        List<Profile> profiles = targets.stream().map(ManagedGroup::profile).toList();
        ChangePlan plan = new ChangePlan(terms.lastDay(change.endsOn(), profiles));
        planRemovals(group, siblings, change.remove(), plan);
        if (!change.add().isEmpty() || change.addGroup() != null) {
            Eligibility eligibility = new Eligibility(context);
            targets.forEach(target -> plan.problems.addAll(eligibility.problemsOf(target)));
            plan.problems.addAll(terms.problemsOfLastDay(plan.lastDay, profiles));
            plan.problems.addAll(terms.problemsOfReason(change.reason(), profiles));
            planAdditions(group, siblings, change, plan);
        }
        return plan;
    }

    private void planRemovals(ManagedGroup group, List<ManagedGroup> siblings, List<String> remove, ChangePlan plan) {
        Map<String, Grant> known = grants.withIds(context.realmId(), remove).stream()
                .filter(grant -> grant.groupId().equals(group.id()))
                .collect(Collectors.toMap(Grant::id, Function.identity()));
        Set<String> seen = new HashSet<>();
        Set<String> persons = new HashSet<>();
        Set<String> identifiers = new HashSet<>();
        for (int i = 0; i < remove.size(); i++) {
            String field = "remove[" + i + "]";
            Grant grant = known.get(remove.get(i));
            if (grant == null) {
                plan.problems.add(Problem.at(field, "unknown-grant", remove.get(i)));
            } else if (grant.isEnded() || grant.isOverAt(context.now())) {
                plan.problems.add(Problem.at(field, "grant-ended"));
            } else if (!seen.add(grant.id())) {
                plan.problems.add(Problem.at(field, "line-twice", grant.id()));
            } else {
                plan.ending.add(grant);
                if (grant.userId() == null) {
                    identifiers.add(grant.identifier());
                } else {
                    persons.add(grant.userId());
                }
            }
        }
        openIn(siblings, persons, identifiers)
                .filter(grant -> !grant.isOverAt(context.now()))
                .forEach(plan.ending::add);
    }

    private void planAdditions(ManagedGroup group, List<ManagedGroup> siblings, ChangeSet change, ChangePlan plan) {
        Candidates candidates = new Candidates(context, change.anybody());
        List<Line> lines = candidates.resolve(change.add(), plan.problems);
        List<Line> copied = copiedLines(group, change, candidates, lines, plan.problems);
        List<Line> all = Stream.concat(lines.stream(), copied.stream()).toList();
        CurrentMemberships currentMemberships = currentMemberships(
                Stream.concat(Stream.of(group), siblings.stream()).toList(), all);
        for (Line line : all) {
            planInGroup(group, line, currentMemberships, plan);
            siblings.forEach(sibling -> planInSibling(sibling, line, currentMemberships, plan));
        }
    }

    /** Members of the group to be copied who are not members yet and not named already. */
    private List<Line> copiedLines(
            ManagedGroup group, ChangeSet change, Candidates candidates, List<Line> named, List<Problem> problems) {
        if (change.addGroup() == null) {
            return List.of();
        }
        int room = ChangeSet.MOST_LINES - change.add().size() - change.remove().size();
        List<String> ids =
                members.memberIds(change.addGroup().id(), context.clock().millis(), room + 1);
        if (ids.size() > room) {
            problems.add(Problem.at("addGroup", "too-many-lines", ChangeSet.MOST_LINES));
            return List.of();
        }
        Set<String> known = named.stream().map(Line::subject).collect(Collectors.toSet());
        Set<String> already = members.membersAmong(List.of(group.id()), ids).getOrDefault(group.id(), Set.of());
        Set<String> over = grants.openInGroups(List.of(group.id()), ids).stream()
                .filter(grant -> grant.isOverAt(context.now()))
                .map(Grant::userId)
                .collect(Collectors.toSet());
        return candidates.membersAsLines(
                ids.stream()
                        .filter(id -> !known.contains(id) && (!already.contains(id) || over.contains(id)))
                        .toList(),
                problems);
    }

    private void planInGroup(ManagedGroup group, Line line, CurrentMemberships currentMemberships, ChangePlan plan) {
        Grant open = currentMemberships.openGrant(group, line);
        boolean runs = open != null && !open.isOverAt(context.now()) && !plan.ends(open);
        if (runs) {
            plan.problems.add(
                    Problem.at(line.field(), "already-granted", line.name(), academy.lastDayBefore(open.endsAt())));
        } else if (open == null && currentMemberships.isMember(group, line)) {
            plan.problems.add(Problem.at(line.field(), "already-member", line.name()));
        } else {
            give(group, line, open, plan);
        }
    }

    private void planInSibling(
            ManagedGroup sibling, Line line, CurrentMemberships currentMemberships, ChangePlan plan) {
        Grant open = currentMemberships.openGrant(sibling, line);
        boolean runs = open != null && !open.isOverAt(context.now()) && !plan.ends(open);
        if (runs && open.endsAt().isBefore(academy.endOf(plan.lastDay))) {
            plan.prolonging.add(new Prolonging(sibling, open.id()));
        } else if (!runs && (open != null || !currentMemberships.isMember(sibling, line))) {
            give(sibling, line, open, plan);
        }
    }

    private static void give(ManagedGroup group, Line line, Grant over, ChangePlan plan) {
        if (over != null && !plan.ends(over)) {
            plan.expired.add(over);
        }
        plan.giving.add(new Giving(group, line.person(), line.person() == null ? line.identifier() : null));
    }

    /** How the people stand in the groups now: three statements whatever their number. */
    private CurrentMemberships currentMemberships(List<ManagedGroup> groups, List<Line> lines) {
        List<UserModel> persons = lines.stream()
                .map(Line::person)
                .filter(person -> person != null)
                .toList();
        List<String> userIds = persons.stream().map(UserModel::getId).toList();
        List<String> identifiers = lines.stream()
                .filter(line -> line.person() == null)
                .map(Line::identifier)
                .toList();
        return new CurrentMemberships(
                openIn(groups, userIds, identifiers).toList(), members.membersAmong(ids(groups), userIds));
    }

    /** The open grants that some people, and some identifiers, have in some groups, over or not. */
    private Stream<Grant> openIn(
            List<ManagedGroup> groups, Collection<String> userIds, Collection<String> identifiers) {
        List<String> groupIds = ids(groups);
        if (groupIds.isEmpty()) {
            return Stream.empty();
        }
        Stream<Grant> waiting = identifiers.isEmpty()
                ? Stream.empty()
                : grants.pendingFor(context.realmId(), identifiers).stream()
                        .filter(grant -> groupIds.contains(grant.groupId()));
        return Stream.concat(grants.openInGroups(groupIds, userIds).stream(), waiting);
    }

    private static List<String> ids(Collection<ManagedGroup> groups) {
        return groups.stream().map(ManagedGroup::id).toList();
    }
}
