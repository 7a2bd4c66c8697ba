package org.relais.keycloak.grant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relais.keycloak.grant.ChangePlan.Addition;
import org.relais.keycloak.grant.ChangePlan.Step;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.UsageLimit;
import org.relais.keycloak.school.UsageLimits;

/**
 * Holds groups, and people who give, to the number of grants that the realm allows. Groups are locked while they are counted, so
 * their bounds hold; what one person gives in several groups at the same moment may exceed theirs by these few change sets.
 */
final class GrantCaps {

    private final RealmContext context;
    private final UsageLimits limits;
    private final GrantListStore lists;

    GrantCaps(RealmContext context) {
        this.context = context;
        this.limits = UsageLimits.of(context.realm());
        this.lists = new GrantListStore(context.entityManager());
    }

    /** The plan without the additions for which there is no room, and a problem for each of these. */
    ChangePlan within(ChangePlan plan, ChangeSet change, String actor) {
        if (plan.additions().isEmpty()) {
            return plan;
        }
        Room room = new Room(plan, change.anybody() ? null : actor);
        List<Step> steps = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(plan.problems());
        for (Step step : plan.steps()) {
            Optional<Problem> problem = step instanceof Addition addition ? room.take(addition) : Optional.empty();
            problem.ifPresentOrElse(problems::add, () -> steps.add(step));
        }
        return new ChangePlan(plan.lastDay(), plan.removals(), steps, problems);
    }

    /** What one plan leaves room for, less with each of its additions. */
    private final class Room {

        private final Instant now = context.now();
        private final List<Grant> removals;
        private final String giver;
        private final Map<String, GroupRoom> groups = new HashMap<>();
        private Long ofGiver;

        /** @param giver null where nobody counts what the actor gives */
        Room(ChangePlan plan, String giver) {
            this.removals = plan.removals().stream()
                    .filter(grant -> !grant.isOverAt(now))
                    .toList();
            this.giver = giver;
        }

        /** Why there is none for an addition. */
        Optional<Problem> take(Addition addition) {
            GroupRoom group = groups.computeIfAbsent(addition.group().id(), any -> roomIn(addition.group()));
            if (group.all == 0) {
                return refused(addition, GrantProblem.TOO_MANY_GRANTS_IN_GROUP, UsageLimit.GRANTS_PER_GROUP);
            }
            if (addition.isPending() && group.pending == 0) {
                return refused(addition, GrantProblem.TOO_MANY_PENDING_IN_GROUP, UsageLimit.PENDING_PER_GROUP);
            }
            if (addition.isPending() && giver != null && takeOfGiver() < 0) {
                return refused(addition, GrantProblem.TOO_MANY_PENDING_OF_GIVER, UsageLimit.PENDING_PER_GIVER);
            }
            group.all--;
            group.pending -= addition.isPending() ? 1 : 0;
            return Optional.empty();
        }

        private Optional<Problem> refused(Addition addition, GrantProblem problem, UsageLimit limit) {
            return Optional.of(Problem.at(
                    addition.field(),
                    problem,
                    limits.of(limit),
                    addition.group().name()));
        }

        private GroupRoom roomIn(ManagedGroup group) {
            int most = limits.of(UsageLimit.GRANTS_PER_GROUP);
            Map<GrantStatus, Long> counts = lists.countRunning(group.id(), now, most + 1);
            long pending = counts.getOrDefault(GrantStatus.PENDING, 0L)
                    - removals.stream()
                            .filter(grant -> grant.groupId().equals(group.id()) && isPending(grant))
                            .count();
            long all = counts.values().stream().mapToLong(Long::longValue).sum()
                    - removals.stream()
                            .filter(grant -> grant.groupId().equals(group.id()))
                            .count();
            return new GroupRoom(
                    Math.max(0, most - all), Math.max(0, limits.of(UsageLimit.PENDING_PER_GROUP) - pending));
        }

        /** What is left for the giver after one more; less than nothing if there was no room for it. */
        private long takeOfGiver() {
            if (ofGiver == null) {
                int most = limits.of(UsageLimit.PENDING_PER_GIVER);
                long freed = removals.stream()
                        .filter(grant -> grant.grantedBy().equals(giver) && isPending(grant))
                        .count();
                ofGiver = most - lists.countPendingOf(context.realmId(), giver, now, most + 1) + freed;
            }
            ofGiver--;
            return ofGiver;
        }

        private boolean isPending(Grant grant) {
            return grant.status() == GrantStatus.PENDING;
        }
    }

    /** How many more a group may have. */
    private static final class GroupRoom {

        private long all;
        private long pending;

        GroupRoom(long all, long pending) {
            this.all = all;
            this.pending = pending;
        }
    }
}
