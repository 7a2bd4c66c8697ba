package org.relais.keycloak.bench;

import java.sql.Connection;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.relais.keycloak.bench.measure.Crowd;
import org.relais.keycloak.bench.measure.PairedRun;
import org.relais.keycloak.bench.measure.Result;
import org.relais.keycloak.bench.measure.Scenario;
import org.relais.keycloak.bench.report.Measurements;
import org.relais.keycloak.bench.report.Verdict;
import org.relais.keycloak.bench.seed.Academy;
import org.relais.keycloak.bench.seed.AcademySeeder;
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

    static Measurements of(int people) throws Exception {
        say("%,d people: making the academy", people);
        try (Database database = Database.start()) {
            return new Run(Academy.of(people), database).run();
        }
    }

    private Measurements run() throws Exception {
        database.create(RELAIS);
        try (ServerVariant relais = ServerVariant.of(RELAIS, List.of(Project.jar()), database.settingsOf(RELAIS));
                ServerVariant stock = ServerVariant.of(STOCK, List.of(), database.settingsOf(STOCK))) {
            relais.start();
            relais.create(AcademyRealm.representation());
            relais.stop();
            fill();
            relais.start();
            stock.start();
            TestUsers testUsers = TestUsers.of(academy);
            say("building the index");
            database.tidyItself(true);
            verdicts.addAll(new Rebuild(relais, testUsers).run());
            database.tidyItself(false);
            database.endSweep(RELAIS);
            database.tidy(RELAIS);
            measure(relais, stock, testUsers);
        }
        return new Measurements(academy.people().size(), searches, others, verdicts, notes);
    }

    private void fill() throws Exception {
        say("writing people, groups and grants");
        try (Connection connection = database.connect(RELAIS)) {
            new AcademySeeder(connection, academy).write();
        }
        database.tidy(RELAIS);
        say("copying the database for the server without Relais");
        database.copy(RELAIS, STOCK);
        database.tidy(STOCK);
    }

    private void measure(ServerVariant relais, ServerVariant stock, TestUsers testUsers) {
        try (Crowd crowd = new Crowd()) {
            if (isAsked("people")) {
                Searches people = new Searches(relais, stock, academy, testUsers);
                List<Scenario> questions = people.all();
                PairedRun.warmUp(people.mix(questions), WARM_UP);
                questions.forEach(scenario -> searches.add(alone(scenario)));
                notes.add(SearchAnswers.table(questions));
                others.add(both(people.mix(questions), crowd));
            }
            Acts acts = new Acts(relais, stock, testUsers);
            if (isAsked("changes")) {
                others.add(both(acts.changeSet(), crowd));
            }
            if (isAsked("groups")) {
                say("fine-grained permissions for the server without Relais");
                new Finegrained(stock).letSeeOwnGroups(testUsers.permitted());
                others.add(both(acts.groups(), crowd));
                others.add(alone(acts.groupsOfParent()));
            }
            if (isAsked("tokens")) {
                measureTokens(new Tokens(relais, testUsers), crowd);
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

    private static Result alone(Scenario scenario) {
        return said(PairedRun.alone(scenario));
    }

    private static Result both(Scenario scenario, Crowd crowd) {
        return said(PairedRun.aloneAndConcurrently(scenario, crowd));
    }

    private static Result gated(Tokens tokens, Scenario scenario) {
        return said(PairedRun.inBlocks(scenario, tokens::withGate, tokens::withoutGate));
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
