package org.relais.keycloak.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.relais.keycloak.bench.measure.Http;
import org.relais.keycloak.bench.measure.Scenario;

/** What was asked and how many people the answers held: a search that finds nobody is no search. */
final class SearchAnswers {

    private static final int SAMPLES = 20;

    private SearchAnswers() {}

    static String table(List<Scenario> searches) {
        return "People in an answer, on average, of " + Searches.PAGE + " at most.\n\n| what | for example | Relais |"
                + " Keycloak alone |\n|---|---|---|---|\n"
                + searches.stream().map(SearchAnswers::line).collect(Collectors.joining());
    }

    private static String line(Scenario scenario) {
        return String.format(
                Locale.ROOT,
                "| %s | `%s` | %.1f | %.1f |%n",
                scenario.name(),
                example(scenario.ours().get()),
                people(scenario.ours()),
                people(scenario.stock()));
    }

    private static double people(Supplier<HttpRequest> serverVariant) {
        return IntStream.range(0, SAMPLES)
                .mapToObj(i -> ServerVariant.read(Http.send(serverVariant.get())))
                .mapToInt(answer -> items(answer).size())
                .average()
                .orElseThrow();
    }

    private static JsonNode items(JsonNode answer) {
        return answer.isArray() ? answer : answer.path("items");
    }

    /** Without the cursor, which says nothing to a reader. */
    private static String example(HttpRequest request) {
        return request.uri().getQuery().replaceAll("^max=\\d+&", "").replaceAll("&cursor=.*", "");
    }
}
