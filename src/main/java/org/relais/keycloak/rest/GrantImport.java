package org.relais.keycloak.rest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.relais.keycloak.grant.BulkGrants;
import org.relais.keycloak.grant.BulkGrants.Outcome;
import org.relais.keycloak.grant.BulkGrants.Wish;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.rest.csv.GrantFile.GrantLine;
import org.relais.keycloak.rest.http.BatchRunner;
import org.relais.keycloak.rest.http.CleanTextDeserializer;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.School;
import org.relais.keycloak.school.Schools;

/**
 * Gives the accesses of a file line by line: those that can be given are given, the others are told with what is wrong. A
 * file imported again is refused line by line, since everybody has the access already.
 */
final class GrantImport {

    private static final int SCHOOLS_AT_ONCE = 500;

    private final RequestContext call;
    private final List<GrantLine> lines;
    private final Map<String, ManagedGroup> groups = new HashMap<>();
    private final Map<String, School> schools = new HashMap<>();

    GrantImport(RequestContext call, List<GrantLine> lines) {
        this.call = call;
        this.lines = lines;
        lookUpGroups();
    }

    /** A line and what became of it. */
    record Result(GrantLine line, Outcome outcome) {}

    List<Result> run(boolean dryRun) {
        Outcome[] outcomes = new Outcome[lines.size()];
        List<Integer> possible = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Optional<Problem> problem = problemOf(lines.get(i));
            if (problem.isPresent()) {
                outcomes[i] = refused(problem.get());
            } else {
                possible.add(i);
            }
        }
        possible.sort(Comparator.comparing(i -> act(lines.get(i))));
        List<Outcome> given = BatchRunner.of(
                call,
                possible,
                (session, some) -> new BulkGrants(
                                new RealmContext(session, session.getContext().getRealm(), call.clock()))
                        .give(some.stream().map(i -> wish(lines.get(i))).toList(), call.actor(), dryRun),
                GrantImport::refused);
        for (int i = 0; i < possible.size(); i++) {
            outcomes[possible.get(i)] = given.get(i);
        }
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            results.add(new Result(lines.get(i), outcomes[i]));
        }
        return results;
    }

    private Optional<Problem> problemOf(GrantLine line) {
        if (line.tooWide()) {
            return Optional.of(Problem.general("row-too-wide", 5));
        }
        if (line.identifier().isEmpty()) {
            return Optional.of(Problem.at("identifier", "field-missing"));
        }
        if (!CleanTextDeserializer.isClean(line.identifier()) || !CleanTextDeserializer.isClean(line.reason())) {
            return Optional.of(Problem.general("wrong-text", 255));
        }
        if (!schools.containsKey(upper(line.uai()))) {
            return Optional.of(Problem.at("uai", "import-no-school", line.uai()));
        }
        if (!groups.containsKey(key(line))) {
            return Optional.of(Problem.at("suffix", "import-no-group", line.uai(), line.suffix()));
        }
        return !line.endsOn().isEmpty() && line.day().isEmpty()
                ? Optional.of(Problem.at("endsOn", "wrong-day"))
                : Optional.empty();
    }

    private Wish wish(GrantLine line) {
        return new Wish(
                groups.get(key(line)),
                line.identifier(),
                line.day().orElse(null),
                line.reason().isEmpty() ? null : line.reason());
    }

    private void lookUpGroups() {
        Schools register = call.schools();
        List<String> uais =
                lines.stream().map(line -> upper(line.uai())).distinct().toList();
        for (int from = 0; from < uais.size(); from += SCHOOLS_AT_ONCE) {
            List<School> some = register.withUais(uais.subList(from, Math.min(from + SCHOOLS_AT_ONCE, uais.size())));
            some.forEach(school -> schools.put(upper(school.uai()), school));
            register.groupsOf(some)
                    .forEach(group -> groups.put(
                            upper(group.school().uai() + "_" + group.profile().suffix()), group));
        }
    }

    private static Outcome refused(Problem problem) {
        return new Outcome(null, List.of(problem));
    }

    /** Lines of one act stand together: they cost little more than one. */
    private static String act(GrantLine line) {
        return String.join("\n", key(line), line.endsOn(), line.reason());
    }

    private static String key(GrantLine line) {
        return upper(line.uai() + "_" + line.suffix());
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
