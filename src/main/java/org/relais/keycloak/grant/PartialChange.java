package org.relais.keycloak.grant;

import java.util.List;
import org.relais.keycloak.problem.Problem;

/**
 * What was done of a change set that only adds.
 *
 * @param given    one grant for each line without a problem, in their order; empty where nothing was to be done
 * @param problems of single lines, or of all
 */
record PartialChange(List<Grant> given, List<Problem> problems) {

    private static final String LINE = "add[";

    /** Why one line, counted from 0, is refused; empty if it is not. */
    List<Problem> problemsOfLine(int line) {
        return problems.stream()
                .filter(problem -> !isOfLine(problem) || lineOf(problem) == line)
                .toList();
    }

    boolean isRefusedAsAWhole() {
        return problems.stream().anyMatch(problem -> !isOfLine(problem));
    }

    private static boolean isOfLine(Problem problem) {
        return problem.field() != null && problem.field().startsWith(LINE);
    }

    private static int lineOf(Problem problem) {
        return Integer.parseInt(
                problem.field().substring(LINE.length(), problem.field().indexOf(']')));
    }
}
