package org.relais.keycloak.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.relais.keycloak.bench.measure.Contest;
import org.relais.keycloak.bench.measure.Cycle;
import org.relais.keycloak.bench.measure.Goal;
import org.relais.keycloak.bench.measure.Http;
import org.relais.keycloak.bench.town.Academy;
import org.relais.keycloak.bench.town.Person;

/** Searches of people: {@code people} of Relais by a head, beside {@code users} of Keycloak by an administrator. */
final class Searches {

    static final int PAGE = 20;

    private static final int PAGES_BEFORE = 4;
    private static final double MILLIS = 15;

    private final Side relais;
    private final Side stock;
    private final Terms terms;
    private final Cycle<String> heads;
    private final String administrator;

    Searches(Side relais, Side stock, Academy academy, Cast cast) {
        this.relais = relais;
        this.stock = stock;
        this.terms = new Terms(academy);
        this.heads = new Cycle<>(
                cast.heads().stream().map(head -> relais.token(head.username())).toList());
        this.administrator = stock.administrator();
    }

    List<Contest> all() {
        return List.of(
                ofText("rare name", Goal.notSlower(), terms.rareNames()),
                ofText("common name", Goal.notSlower(), terms.commonNames()),
                ofText("common first name and rare name", Goal.timesAsFast(15), terms.commonFirstAndRareLast()),
                ofText("no accents", Goal.timesAsFast(30), terms.withoutAccents()),
                ofText("identifier prefix", Goal.timesAsFast(30), terms.identifierPrefixes()),
                ofText("nobody", Goal.timesAsFast(30), terms.ofNobody()),
                contest(
                        "name and school",
                        Goal.notSlower(),
                        terms.atSchool(),
                        person -> "q=" + Side.encode(person.last()) + "&school=" + uai(person),
                        person ->
                                "lastName=" + Side.encode(person.last()) + "&q=ENTPersonStructRattach:" + uai(person)),
                contest(
                        "name and type",
                        Goal.notSlower(),
                        terms.commonNames(),
                        name -> "q=" + Side.encode(name) + "&type=aesh",
                        name -> "lastName=" + Side.encode(name) + "&q=title:AES"),
                fifthPage());
    }

    Contest mix(List<Contest> contests) {
        return Contest.mix("people: all of these in turn", List.of(Goal.timesTheThroughput(30)), contests);
    }

    private Contest ofText(String name, Goal goal, List<String> texts) {
        return contest(name, goal, texts, text -> "q=" + Side.encode(text), text -> "search=" + Side.encode(text));
    }

    private <T> Contest contest(
            String name, Goal goal, List<T> items, Function<T, String> ours, Function<T, String> theirs) {
        return new Contest(
                "people: " + name,
                List.of(Goal.p95AtMost(MILLIS), goal),
                going(items, item -> people(ours.apply(item))),
                going(items, item -> users(theirs.apply(item) + "&first=0")));
    }

    /** The cursors are fetched before; names with fewer than five pages are left out. */
    private Contest fifthPage() {
        List<String> ours = terms.commonNames().stream()
                .map(name -> "q=" + Side.encode(name))
                .flatMap(query -> fifth(query).stream())
                .toList();
        return new Contest(
                "people: common name, fifth page",
                List.of(Goal.p95AtMost(MILLIS), Goal.notSlower()),
                going(ours, this::people),
                going(
                        terms.commonNames(),
                        name -> users("search=" + Side.encode(name) + "&first=" + PAGES_BEFORE * PAGE)));
    }

    private Optional<String> fifth(String query) {
        String cursor = "";
        for (int page = 0; page < PAGES_BEFORE; page++) {
            JsonNode next = Side.read(Http.send(people(query + cursor))).path("next");
            if (!next.isTextual()) {
                return Optional.empty();
            }
            cursor = "&cursor=" + Side.encode(next.asText());
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
