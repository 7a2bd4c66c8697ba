package org.relais.keycloak.grant;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.Refusal;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Schools;

/** Ends or renews some grants in one transaction: a grant that cannot be changed does not hold up the others. */
record ChangeBatch(RealmContext context, Reach reach, Ledger ledger, Schools schools, String actor, boolean dryRun) {

    /** @param dryRun whether nothing is changed and the outcomes only say what would be */
    ChangeBatch(RealmContext context, Reach reach, String actor, boolean dryRun) {
        this(context, reach, new Ledger(context), new Schools(context.session(), context.realm()), actor, dryRun);
    }

    /** One outcome for each grant, in their order. */
    List<GrantOutcome> end(List<String> grantIds) {
        return each(
                grantIds,
                (grant, group) -> List.of(),
                (grant, group) -> ledger.end(grant.id(), EndCause.REMOVED, actor));
    }

    /** One outcome for each grant, in their order; under the limits of administrators. */
    List<GrantOutcome> renew(List<String> grantIds, LocalDate lastDay, String reason) {
        return each(
                grantIds,
                (grant, group) -> ledger.problemsOfRenewal(group, grant, lastDay, reason),
                (grant, group) -> ledger.renew(group, grant.id(), lastDay, reason, actor));
    }

    private interface Check {
        List<Problem> problemsOf(Grant grant, ManagedGroup group);
    }

    private interface Act {
        Grant on(Grant grant, ManagedGroup group);
    }

    private List<GrantOutcome> each(List<String> grantIds, Check check, Act act) {
        Map<String, Grant> known = ledger.withIds(grantIds).stream()
                .collect(Collectors.toMap(Grant::id, Function.identity(), (one, same) -> one));
        return grantIds.stream()
                .map(id -> outcome(id, known.get(id), check, act))
                .toList();
    }

    /** A refusal comes before anything is written. */
    private GrantOutcome outcome(String id, Grant grant, Check check, Act act) {
        Optional<ManagedGroup> group =
                grant == null || !reach.changes(grant) ? Optional.empty() : schools.managedGroup(grant.groupId());
        if (group.isEmpty()) {
            return GrantOutcome.refused(Problem.at("ids", GrantProblem.UNKNOWN_GRANT, id));
        }
        if (grant.isEnded() || grant.isOverAt(context.now())) {
            return new GrantOutcome(grant, List.of(Problem.at("ids", GrantProblem.GRANT_ENDED)));
        }
        try {
            return dryRun
                    ? new GrantOutcome(grant, check.problemsOf(grant, group.get()))
                    : new GrantOutcome(act.on(grant, group.get()), List.of());
        } catch (Refusal refusal) {
            return new GrantOutcome(grant, refusal.problems());
        }
    }
}
