package org.relais.keycloak.bench.report;

import java.util.List;
import java.util.stream.Stream;
import org.relais.keycloak.bench.measure.Result;

/**
 * All that was measured in a realm of one size.
 *
 * @param searches of people
 * @param others   groups, change sets, tokens
 * @param verdicts of what is no scenario: how long a rebuild takes
 * @param notes    paragraphs for the reader
 */
public record Measurements(
        int people, List<Result> searches, List<Result> others, List<Verdict> verdicts, List<String> notes) {

    List<Result> results() {
        return Stream.concat(searches.stream(), others.stream()).toList();
    }
}
