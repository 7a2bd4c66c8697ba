package org.relais.keycloak.it.support.assertion;

import java.util.List;
import java.util.stream.Stream;

/** What a server measures, as Prometheus reads it. */
public record TestMetrics(List<String> lines) {

    public static TestMetrics parse(String text) {
        return new TestMetrics(text.lines().toList());
    }

    /** The sum over all that carry some labels, each written {@code name="value"}; 0 where there is none. */
    public double value(String name, String... labels) {
        return of(name).filter(line -> Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    public boolean has(String name, String label) {
        return of(name).anyMatch(line -> line.contains(label));
    }

    /** Names, types and labels of our own metrics, without a value. */
    public List<String> shape() {
        return lines.stream()
                .filter(line -> line.startsWith("relais_") || line.startsWith("# TYPE relais_"))
                .map(line -> line.startsWith("#") ? line.substring(2) : line.substring(0, line.lastIndexOf(' ')))
                .map(line -> line.replaceAll("=\"[^\"]*\"", ""))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> of(String name) {
        return lines.stream().filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "));
    }
}
