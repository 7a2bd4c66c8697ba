package org.relais.keycloak.bench.report;

import java.util.List;
import java.util.stream.Stream;
import org.relais.keycloak.bench.measure.Result;

/**
 * Whether a goal was met, in the largest realm of a report.
 *
 * @param measured the value with its unit
 */
public record Verdict(String what, String goal, String measured, boolean met) {

    static Stream<Verdict> of(Result result) {
        return result.scenario().goals().stream().map(goal -> {
            double value = goal.measured().applyAsDouble(result);
            return new Verdict(
                    result.name(),
                    goal.text(),
                    Numbers.number(value) + goal.unit(),
                    goal.met().test(value));
        });
    }

    static String table(List<Verdict> verdicts) {
        StringBuilder table = new StringBuilder("| what | goal | measured | |\n|---|---|---|---|\n");
        for (Verdict verdict : verdicts) {
            table.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            verdict.what(), verdict.goal(), verdict.measured(), verdict.met() ? "met" : "**not met**"));
        }
        return table.toString();
    }
}
