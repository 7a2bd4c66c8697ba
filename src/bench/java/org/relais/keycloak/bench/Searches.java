package org.relais.keycloak.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.relais.keycloak.bench.measure.Cycle;
import org.relais.keycloak.bench.measure.Goal;
import org.relais.keycloak.bench.measure.Http;
import org.relais.keycloak.bench.measure.Scenario;
import org.relais.keycloak.bench.seed.Academy;
import org.relais.keycloak.bench.seed.Person;

/** Searches of people: {@code people} of Relais by a head, beside {@code users} of Keycloak by an administrator. */
final class Searches {

    static final int PAGE = 20;

    private static final int PAGES_BEFORE = 4;
    private static final double MILLIS = 15;

    private final ServerVariant relais;
    private final ServerVariant stock;
    private final Terms terms;
    private final Cycle<String> heads;
    private final String administrator;

    Searches(ServerVariant relais, ServerVariant stock, Academy academy, TestUsers testUsers) {
        this.relais = relais;
        this.stock = stock;
        this.terms = new Terms(academy);
        this.heads = new Cycle<>(testUsers.heads().stream()
                .map(head -> relais.token(head.username()))
                .toList());
        this.administrator = stock.administrator();
    }

    List<Scenario> all() {
        return List.of(
                ofText("rare name", Goal.notSlower(), terms.rareNames()),
                ofText("common name", Goal.notSlower(), terms.commonNames()),
                ofText("common first name and rare name", Goal.timesAsFast(15), terms.commonFirstAndRareLast()),
                ofText("no accents", Goal.timesAsFast(30), terms.withoutAccents()),
                ofText("identifier prefix", Goal.timesAsFast(30), terms.identifierPrefixes()),
                ofText("nobody", Goal.timesAsFast(30), terms.ofNobody()),
                scenario(
                        "name and school",
                        Goal.notSlower(),
                        terms.atSchool(),
                        person -> "q=" + ServerVariant.encode(person.last()) + "&school=" + uai(person),
                        person -> "lastName=" + ServerVariant.encode(person.last()) + "&q=ENTPersonStructRattach:"
                                + uai(person)),
                scenario(
                        "name and type",
                        Goal.notSlower(),
                        terms.commonNames(),
                        name -> "q=" + ServerVariant.encode(name) + "&type=aesh",
                        name -> "lastName=" + ServerVariant.encode(name) + "&q=title:AES"),
                fifthPage());
    }

    Scenario mix(List<Scenario> scenarios) {
        return Scenario.mix("people: all of these in turn", List.of(Goal.timesTheThroughput(30)), scenarios);
    }

    private Scenario ofText(String name, Goal goal, List<String> texts) {
        return scenario(
                name,
                goal,
                texts,
                text -> "q=" + ServerVariant.encode(text),
                text -> "search=" + ServerVariant.encode(text));
    }

    private <T> Scenario scenario(
            String name, Goal goal, List<T> items, Function<T, String> ours, Function<T, String> theirs) {
        return new Scenario(
                "people: " + name,
                List.of(Goal.p95AtMost(MILLIS), goal),
                going(items, item -> people(ours.apply(item))),
                going(items, item -> users(theirs.apply(item) + "&first=0")));
    }

    /** The cursors are fetched before; names with fewer than five pages are left out. */
    private Scenario fifthPage() {
        List<String> ours = terms.commonNames().stream()
                .map(name -> "q=" + ServerVariant.encode(name))
                .flatMap(query -> fifth(query).stream())
                .toList();
        return new Scenario(
                "people: common name, fifth page",
                List.of(Goal.p95AtMost(MILLIS), Goal.notSlower()),
                going(ours, this::people),
                going(
                        terms.commonNames(),
                        name -> users("search=" + ServerVariant.encode(name) + "&first=" + PAGES_BEFORE * PAGE)));
    }

    private Optional<String> fifth(String query) {
        String cursor = "";
        for (int page = 0; page < PAGES_BEFORE; page++) {
            JsonNode next =
                    ServerVariant.read(Http.send(people(query + cursor))).path("next");
            if (!next.isTextual()) {
                return Optional.empty();
            }
            cursor = "&cursor=" + ServerVariant.encode(next.asText());
        }
        return Optional.of(query + cursor);
    }

    private HttpRequest people(String query) {
        return Http.get(relais.realm("/relais/people?max=" + PAGE + "&" + query), heads.next());
    }

    private HttpRequest users(String query) {
        return Http.get(stock.admin("/users?briefRepresentation=true&max=" + PAGE + "&" + query), administrator);
    }

    private static <T> Supplier<HttpRequest> going(List<T> items, Function<T, HttpRequest> request) {
        Cycle<T> cycle = new Cycle<>(items);
        return () -> request.apply(cycle.next());
    }

    private static String uai(Person person) {
        return person.schools().get(0).uai();
    }
}
