package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.UserModel;
import org.relais.keycloak.grant.ChangePlan.Addition;
import org.relais.keycloak.grant.ChangePlan.Extension;
import org.relais.keycloak.grant.ChangePlan.Step;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Profile;

/** Reads what a change set needs to know, many people at a time, and says what it comes to. It writes nothing. */
final class ChangePlanner {

    private final RealmContext context;
    private final Reach reach;
    private final Academy academy;
    private final GrantStore grants;
    private final MemberStore members;

    ChangePlanner(RealmContext context, Reach reach) {
        EntityManager em = context.entityManager();
        this.context = context;
        this.reach = reach;
        this.academy = Academy.of(context.realm());
        this.grants = new GrantStore(em);
        this.members = new MemberStore(em);
    }

    ChangePlan plan(ManagedGroup group, SiblingGroups siblings, ChangeSet change) {
        GrantLimits limits = new GrantLimits(academy, context.clock());
        List<ManagedGroup> targets = siblings.with(group);
        List<Profile> profiles = targets.stream().map(ManagedGroup::profile).toList();
        LocalDate lastDay = limits.lastDay(change.endsOn(), profiles);
        Removals removals = new RemovalPlanner(context, reach, grants).plan(group, siblings, change.remove());
        if (change.add().isEmpty() && change.addGroup() == null) {
            return new ChangePlan(lastDay, removals.grants(), List.of(), removals.problems());
        }
        List<Problem> problems = new ArrayList<>(removals.problems());
        Eligibility eligibility = new Eligibility(context, change.anybody());
        List<Problem> ofTerms = new ArrayList<>();
        targets.forEach(target -> ofTerms.addAll(eligibility.problemsOf(target)));
        ofTerms.addAll(limits.problemsOfLastDay(lastDay, profiles));
        ofTerms.addAll(limits.problemsOfReason(change.reason(), profiles));
        problems.addAll(ofTerms);
        if (!ofTerms.isEmpty()) {
            // Nobody is looked up for a change that cannot be: its answer would be a search.
            return new ChangePlan(lastDay, removals.grants(), List.of(), problems);
        }
        Recipient.Found found = new Candidates(context, reach, grants, members, change.anybody()).of(group, change);
        problems.addAll(found.problems());
        CurrentMemberships current = currentMemberships(targets, found.recipients());
        List<Step> steps = new ArrayList<>();
        for (Recipient recipient : found.recipients()) {
            Optional<Problem> problem = problemOf(group, recipient, current, removals);
            problem.ifPresentOrElse(problems::add, () -> steps.add(addition(group, recipient, current, removals)));
            siblings.groups().stream()
                    .map(sibling -> inSibling(sibling, recipient, lastDay, current, removals))
                    .flatMap(Optional::stream)
                    .forEach(steps::add);
        }
        return new ChangePlan(lastDay, removals.grants(), steps, problems);
    }

    private Optional<Problem> problemOf(
            ManagedGroup group, Recipient recipient, CurrentMemberships current, Removals removals) {
        Grant open = current.openGrant(group, recipient);
        if (runs(open, removals)) {
            LocalDate lastDay = academy.lastDayBefore(open.endsAt());
            return Optional.of(Problem.at(recipient.field(), GrantProblem.ALREADY_GRANTED, recipient.name(), lastDay));
        }
        return open == null && current.isMember(group, recipient)
                ? Optional.of(Problem.at(recipient.field(), GrantProblem.ALREADY_MEMBER, recipient.name()))
                : Optional.empty();
    }

    private Optional<Step> inSibling(
            ManagedGroup sibling,
            Recipient recipient,
            LocalDate lastDay,
            CurrentMemberships current,
            Removals removals) {
        Grant open = current.openGrant(sibling, recipient);
        if (runs(open, removals)) {
            return open.endsAt().isBefore(academy.endOf(lastDay))
                    ? Optional.of(new Extension(sibling, open.id()))
                    : Optional.empty();
        }
        return open != null || !current.isMember(sibling, recipient)
                ? Optional.of(addition(sibling, recipient, current, removals))
                : Optional.empty();
    }

    private static Addition addition(
            ManagedGroup group, Recipient recipient, CurrentMemberships current, Removals removals) {
        Grant open = current.openGrant(group, recipient);
        UserModel person = recipient.person();
        return new Addition(
                group,
                recipient.field(),
                person,
                person == null ? recipient.identifier() : null,
                open == null || removals.contain(open) ? null : open);
    }

    private boolean runs(Grant open, Removals removals) {
        return open != null && !open.isOverAt(context.now()) && !removals.contain(open);
    }

    /** How the people stand in the groups now: three statements whatever their number. */
    private CurrentMemberships currentMemberships(List<ManagedGroup> groups, List<Recipient> recipients) {
        List<String> userIds = recipients.stream()
                .filter(recipient -> recipient.person() != null)
                .map(recipient -> recipient.person().getId())
                .toList();
        List<String> identifiers = recipients.stream()
                .filter(recipient -> recipient.person() == null)
                .map(Recipient::identifier)
                .toList();
        List<String> groupIds = groups.stream().map(ManagedGroup::id).toList();
        return new CurrentMemberships(
                grants.openFor(context.realmId(), groups, userIds, identifiers),
                members.membersAmong(groupIds, userIds));
    }
}
