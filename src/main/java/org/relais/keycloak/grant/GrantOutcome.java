package org.relais.keycloak.grant;

import java.util.List;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.Problem;

/**
 * What became of one line of a list, or would become of it.
 *
 * @param grant    as it is now; null where there is none
 * @param problems empty if the line was done, or could be
 */
public record GrantOutcome(Grant grant, List<Problem> problems) {

    /** Of a line whose transaction met another act. */
    static final GrantOutcome LOST = refused(Problem.general(CommonProblem.CHANGED_MEANWHILE));

    static GrantOutcome refused(Problem problem) {
        return new GrantOutcome(null, List.of(problem));
    }

    public boolean isRefused() {
        return !problems.isEmpty();
    }
}
