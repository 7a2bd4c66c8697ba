package org.relais.keycloak.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.keycloak.bench.measure.Result;
import org.relais.keycloak.bench.measure.Series;

/** Writes {@code results.md} and {@code results.svg}. */
public final class Report {

    private final String versions;
    private final List<Measurements> sizes;
    private final Measurements largest;

    /** @param sizes from the smallest realm to the largest; at least one */
    public Report(String versions, List<Measurements> sizes) {
        this.versions = versions;
        this.sizes = sizes;
        this.largest = sizes.get(sizes.size() - 1);
    }

    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        String title = "Relais beside Keycloak alone, %s people".formatted(Numbers.people(largest.people()));
        Files.writeString(folder.resolve("results.svg"), new Chart(title, largest.results()).svg());
        Files.writeString(folder.resolve("results.md"), markdown(title));
    }

    private String markdown(String title) {
        StringBuilder text = new StringBuilder("# Results of the benchmark\n\n")
                .append("%s. %s. %s.\n\n"
                        .formatted(LocalDate.now(), Machine.here().text(), versions))
                .append(
                        "Written by `mvn -Pbench`; `docs/benchmarks/README.md` says what is measured and how to read it.\n\n")
                .append("![%s](results.svg)\n\n".formatted(title))
                .append("## Goals, at %s people\n\n".formatted(Numbers.people(largest.people())))
                .append(Verdict.table(verdicts()))
                .append("\n## Where Relais is slower\n\n")
                .append(slower());
        for (int i = sizes.size() - 1; i >= 0; i--) {
            text.append(section(sizes.get(i)));
        }
        if (sizes.size() > 1) {
            text.append("\n## Growth\n\n").append(new Growth(sizes.get(0), largest).table());
        }
        return text.toString();
    }

    private List<Verdict> verdicts() {
        List<Verdict> all =
                new ArrayList<>(largest.results().stream().flatMap(Verdict::of).toList());
        all.addAll(largest.verdicts());
        if (sizes.size() > 1) {
            all.add(new Growth(sizes.get(0), largest).verdict());
        }
        return all;
    }

    private String slower() {
        List<String> lines = sizes.stream()
                .flatMap(size -> size.results().stream().flatMap(result -> slower(size.people(), result)))
                .toList();
        return lines.isEmpty() ? "Nowhere in this run.\n" : String.join("", lines);
    }

    private static Stream<String> slower(int people, Result result) {
        String what = "- %s, %s people: ".formatted(result.name(), Numbers.people(people));
        List<String> lines = new ArrayList<>();
        if (result.ratio() < 1) {
            lines.add(what
                    + "median %s beside %s.\n"
                            .formatted(
                                    Numbers.millis(result.ours().median()),
                                    Numbers.millis(result.stock().median())));
        }
        if (result.isMeasuredConcurrently() && result.ratioConcurrently() < 1) {
            lines.add(what
                    + "%s answers a second with 8 clients beside %s.\n"
                            .formatted(
                                    Numbers.number(result.oursConcurrently()),
                                    Numbers.number(result.stockConcurrently())));
        }
        return lines.stream();
    }

    private static String section(Measurements size) {
        StringBuilder text = new StringBuilder("\n## %s people\n\n".formatted(Numbers.people(size.people())))
                .append("One client, in turn; milliseconds (p50 / p95 / p99, number of answers).\n\n")
                .append("| what | Relais | Keycloak alone | medians |\n|---|---|---|---|\n");
        for (Result result : size.results()) {
            text.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            result.name(), cell(result.ours()), cell(result.stock()), Numbers.times(result.ratio())));
        }
        text.append(
                "\nAnswers a second.\n\n| what | Relais, 1 client | 8 clients | Keycloak alone, 1 client | 8 clients |"
                        + " with 8 |\n|---|---|---|---|---|---|\n");
        for (Result result :
                size.results().stream().filter(Result::isMeasuredConcurrently).toList()) {
            text.append("| %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            result.name(),
                            Numbers.number(result.ours().perSecond()),
                            Numbers.number(result.oursConcurrently()),
                            Numbers.number(result.stock().perSecond()),
                            Numbers.number(result.stockConcurrently()),
                            Numbers.times(result.ratioConcurrently())));
        }
        return text.append(size.notes().stream().map(note -> "\n" + note + "\n").collect(Collectors.joining()))
                .toString();
    }

    private static String cell(Series series) {
        return "%s / %s / %s (%d)"
                .formatted(
                        Numbers.number(series.median()),
                        Numbers.number(series.percentile(95)),
                        Numbers.number(series.percentile(99)),
                        series.count());
    }
}
