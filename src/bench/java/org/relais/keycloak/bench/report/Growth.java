package org.relais.keycloak.bench.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.relais.keycloak.bench.measure.Result;

/** How much longer the same takes in a larger realm. */
final class Growth {

    private static final double MOST = 2;

    private final Measurements small;
    private final Measurements large;

    Growth(Measurements small, Measurements large) {
        this.small = small;
        this.large = large;
    }

    private record Line(Result small, Result large) {

        double ours() {
            return large.ours().median() / small.ours().median();
        }

        double stock() {
            return large.stock().median() / small.stock().median();
        }
    }

    String table() {
        StringBuilder table =
                new StringBuilder("| median at %s → %s people | Relais | | Keycloak alone | |\n|---|---|---|---|---|\n"
                        .formatted(Numbers.people(small.people()), Numbers.people(large.people())));
        for (Line line : lines(small.results(), large.results())) {
            table.append("| %s | %s → %s | %s | %s → %s | %s |\n"
                    .formatted(
                            line.large().name(),
                            Numbers.number(line.small().ours().median()),
                            Numbers.millis(line.large().ours().median()),
                            Numbers.times(line.ours()),
                            Numbers.number(line.small().stock().median()),
                            Numbers.millis(line.large().stock().median()),
                            Numbers.times(line.stock())));
        }
        return table.toString();
    }

    /** Of the searches of people only. */
    Verdict verdict() {
        double worst = lines(small.searches(), large.searches()).stream()
                .mapToDouble(Line::ours)
                .max()
                .orElseThrow();
        return new Verdict(
                "search of people, worst query",
                "from %s to %s people the median grows at most 2 times"
                        .formatted(Numbers.people(small.people()), Numbers.people(large.people())),
                Numbers.times(worst),
                worst <= MOST);
    }

    private static List<Line> lines(List<Result> small, List<Result> large) {
        Map<String, Result> before = small.stream().collect(Collectors.toMap(Result::name, Function.identity()));
        return large.stream()
                .filter(result -> before.containsKey(result.name()))
                .map(result -> new Line(before.get(result.name()), result))
                .toList();
    }
}
