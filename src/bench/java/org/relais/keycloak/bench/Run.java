package org.relais.keycloak.bench;

import java.sql.Connection;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.relais.keycloak.bench.measure.Contest;
import org.relais.keycloak.bench.measure.Crowd;
import org.relais.keycloak.bench.measure.Duel;
import org.relais.keycloak.bench.measure.Result;
import org.relais.keycloak.bench.report.Findings;
import org.relais.keycloak.bench.report.Verdict;
import org.relais.keycloak.bench.town.Academy;
import org.relais.keycloak.bench.town.Settlement;
import org.relais.keycloak.server.Project;

/** One size of the realm, from the empty database to the last measurement. */
final class Run {

    private static final String RELAIS = "relais";
    private static final String STOCK = "stock";
    private static final Duration WARM_UP = Duration.ofMinutes(2);

    private final Academy academy;
    private final Database database;
    private final List<Result> searches = new ArrayList<>();
    private final List<Result> others = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Run(Academy academy, Database database) {
        this.academy = academy;
        this.database = database;
    }

    static Findings of(int people) throws Exception {
        say("%,d people: making the academy", people);
        try (Database database = Database.start()) {
            return new Run(Academy.of(people), database).run();
        }
    }

    private Findings run() throws Exception {
        database.create(RELAIS);
        try (Side relais = Side.of(RELAIS, List.of(Project.jar()), database.settingsOf(RELAIS));
                Side stock = Side.of(STOCK, List.of(), database.settingsOf(STOCK))) {
            relais.start();
            relais.create(AcademyRealm.representation());
            relais.stop();
            fill();
            relais.start();
            stock.start();
            Cast cast = Cast.of(academy);
            say("building the index");
            database.tidyItself(true);
            verdicts.addAll(new Rebuild(relais, cast).run());
            database.tidyItself(false);
            database.endSweep(RELAIS);
            database.tidy(RELAIS);
            measure(relais, stock, cast);
        }
        return new Findings(academy.people().size(), searches, others, verdicts, notes);
    }

    private void fill() throws Exception {
        say("writing people, groups and grants");
        try (Connection connection = database.connect(RELAIS)) {
            new Settlement(connection, academy).write();
        }
        database.tidy(RELAIS);
        say("copying the database for the server without Relais");
        database.copy(RELAIS, STOCK);
        database.tidy(STOCK);
    }

    private void measure(Side relais, Side stock, Cast cast) {
        try (Crowd crowd = new Crowd()) {
            if (isAsked("people")) {
                Searches people = new Searches(relais, stock, academy, cast);
                List<Contest> questions = people.all();
                Duel.warmUp(people.mix(questions), WARM_UP);
                questions.forEach(contest -> searches.add(alone(contest)));
                notes.add(Asked.table(questions));
                others.add(both(people.mix(questions), crowd));
            }
            Acts acts = new Acts(relais, stock, cast);
            if (isAsked("changes")) {
                others.add(both(acts.changeSet(), crowd));
            }
            if (isAsked("groups")) {
                say("fine-grained permissions for the server without Relais");
                new Finegrained(stock).letSeeOwnGroups(cast.permitted());
                others.add(both(acts.groups(), crowd));
                others.add(alone(acts.groupsOfParent()));
            }
            if (isAsked("tokens")) {
                measureTokens(new Tokens(relais, cast), crowd);
            }
        }
    }

    private void measureTokens(Tokens tokens, Crowd crowd) {
        others.add(both(tokens.refresh("token by refresh, with the mapper"), crowd));
        others.add(both(tokens.signIn("token by password, with the mapper"), crowd));
        tokens.installGate();
        others.add(gated(tokens, tokens.refresh("token by refresh, with mapper and gate")));
        others.add(gated(tokens, tokens.signIn("token by password, with mapper and gate")));
    }

    /** Whoever works on one part may leave out the others: {@code -Dbench.parts=groups,tokens}. */
    private static boolean isAsked(String part) {
        return List.of(System.getProperty("bench.parts", part).split(",")).contains(part);
    }

    private static Result alone(Contest contest) {
        return said(Duel.alone(contest));
    }

    private static Result both(Contest contest, Crowd crowd) {
        return said(Duel.aloneAndAtOnce(contest, crowd));
    }

    private static Result gated(Tokens tokens, Contest contest) {
        return said(Duel.inBlocks(contest, tokens::withGate, tokens::withoutGate));
    }

    private static Result said(Result result) {
        say(
                "%s: median %.2f ms beside %.2f ms, p95 %.2f beside %.2f",
                result.name(),
                result.ours().median(),
                result.stock().median(),
                result.ours().percentile(95),
                result.stock().percentile(95));
        return result;
    }

    private static void say(String text, Object... values) {
        System.out.println(LocalTime.now().withNano(0) + " " + text.formatted(values));
    }
}
