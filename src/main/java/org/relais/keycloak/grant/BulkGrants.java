package org.relais.keycloak.grant;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.relais.keycloak.platform.BatchRunner;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;

/**
 * Ends or renews some hundred grants, in any groups of the realm and by the rules of single grants. It works in short
 * transactions of its own: what cannot be done holds up nothing else, and what is done stays done.
 *
 * @param reach  of whoever acts; a grant out of reach is answered as one that does not exist, and no search finds it
 * @param actor  the id of the user who acts
 * @param dryRun whether nothing is changed and the outcomes only say what would be
 */
public record BulkGrants(RealmContext context, Reach reach, String actor, boolean dryRun) {

    /** How many grants one call may change. */
    public static final int MOST = 500;

    /**
     * The grants meant.
     *
     * @param next where those begin that follow; null if there are no more
     */
    public record Selection(List<String> grantIds, GrantPosition next) {}

    /** The grants with these ids, each of them named once. */
    public Selection named(List<String> grantIds) {
        if (grantIds.size() > MOST) {
            throw new InvalidInput(Problem.at("ids", CommonProblem.TOO_MANY_LINES, MOST));
        }
        if (grantIds.contains(null) || new HashSet<>(grantIds).size() < grantIds.size()) {
            throw new InvalidInput(Problem.at("ids", GrantProblem.IDS_TWICE));
        }
        return new Selection(grantIds, null);
    }

    /** The running grants that a filter finds after a position, whether or not they wait for an account. */
    public Selection found(GrantFilter filter, GrantPosition after) {
        List<Grant> found = new Ledger(context).search(filter.runningOnly(), after, MOST + 1);
        List<Grant> some = found.subList(0, Math.min(MOST, found.size()));
        return new Selection(
                some.stream().filter(reach::changes).map(Grant::id).toList(),
                found.size() > MOST ? GrantPosition.of(some.get(MOST - 1)) : null);
    }

    /** Ends some grants; one outcome for each, in their order. */
    public List<GrantOutcome> end(Selection selection) {
        return BatchRunner.run(
                context,
                selection.grantIds(),
                (own, ids) -> new ChangeBatch(own, reach, actor, dryRun).end(ids),
                GrantOutcome.LOST);
    }

    /**
     * Renews or shortens some grants within the limits of administrators; one outcome for each, in their order.
     *
     * @param reason null to leave it
     */
    public List<GrantOutcome> renew(Selection selection, LocalDate lastDay, String reason) {
        return BatchRunner.run(
                context,
                selection.grantIds(),
                (own, ids) -> new ChangeBatch(own, reach, actor, dryRun).renew(ids, lastDay, reason),
                GrantOutcome.LOST);
    }
}
