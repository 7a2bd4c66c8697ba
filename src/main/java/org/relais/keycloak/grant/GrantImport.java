package org.relais.keycloak.grant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.relais.keycloak.platform.BatchRunner;
import org.relais.keycloak.platform.CleanText;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.School;
import org.relais.keycloak.school.Schools;

/**
 * Gives the accesses of a list line by line, in short transactions of its own: what can be given is given, and the other lines
 * are answered with their problems. A list that is imported again is refused line by line, since everybody has the access.
 */
public final class GrantImport {

    private static final int SCHOOLS_AT_ONCE = 500;

    private final RealmContext context;
    private final Reach reach;
    private final String actor;
    private final boolean dryRun;
    private final Map<String, ManagedGroup> groups = new HashMap<>();
    private final Map<String, School> schools = new HashMap<>();

    /**
     * @param reach  of whoever imports; a group out of reach is answered as one that does not exist
     * @param actor  the id of the user who imports
     * @param dryRun whether nothing is given and the outcomes only say what would be
     */
    public GrantImport(RealmContext context, Reach reach, String actor, boolean dryRun) {
        this.context = context;
        this.reach = reach;
        this.actor = actor;
        this.dryRun = dryRun;
    }

    /** One outcome for each line, in their order. */
    public List<GrantOutcome> run(List<GrantImportLine> lines) {
        lookUpGroups(lines);
        GrantOutcome[] outcomes = new GrantOutcome[lines.size()];
        List<Integer> possible = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Optional<Problem> problem = problemOf(lines.get(i));
            if (problem.isPresent()) {
                outcomes[i] = GrantOutcome.refused(problem.get());
            } else {
                possible.add(i);
            }
        }
        possible.sort(Comparator.comparing(i -> changeSetOf(lines.get(i))));
        List<GrantOutcome> given = BatchRunner.run(
                context,
                possible,
                (own, some) -> new AdditionBatch(own, reach, actor, dryRun)
                        .give(some.stream().map(i -> request(lines.get(i))).toList()),
                GrantOutcome.LOST);
        for (int i = 0; i < possible.size(); i++) {
            outcomes[possible.get(i)] = given.get(i);
        }
        return List.of(outcomes);
    }

    private Optional<Problem> problemOf(GrantImportLine line) {
        if (line.tooWide()) {
            return Optional.of(Problem.general(CommonProblem.ROW_TOO_WIDE, GrantImportLine.COLUMNS));
        }
        if (line.identifier().isEmpty()) {
            return Optional.of(Problem.at("identifier", CommonProblem.FIELD_MISSING));
        }
        if (!CleanText.isClean(line.identifier()) || !CleanText.isClean(line.reason())) {
            return Optional.of(Problem.general(CommonProblem.WRONG_TEXT, Candidates.LONGEST_IDENTIFIER));
        }
        Optional<Problem> unseen =
                unseenIn("identifier", line.identifier()).or(() -> unseenIn("reason", line.reason()));
        if (unseen.isPresent()) {
            return unseen;
        }
        if (!schools.containsKey(upper(line.uai()))) {
            return Optional.of(Problem.at("uai", GrantProblem.IMPORT_NO_SCHOOL, line.uai()));
        }
        if (!groups.containsKey(groupOf(line))) {
            return Optional.of(Problem.at("suffix", GrantProblem.IMPORT_NO_GROUP, line.uai(), line.suffix()));
        }
        return !line.endsOn().isEmpty() && line.lastDay() == null
                ? Optional.of(Problem.at("endsOn", CommonProblem.WRONG_DAY))
                : Optional.empty();
    }

    private static Optional<Problem> unseenIn(String field, String text) {
        return CleanText.firstUnseen(text).stream()
                .mapToObj(c -> Problem.at(field, CommonProblem.INVISIBLE_CHARACTER, CleanText.codeOf(c)))
                .findFirst();
    }

    private GrantRequest request(GrantImportLine line) {
        return new GrantRequest(
                groups.get(groupOf(line)),
                line.identifier(),
                line.lastDay(),
                line.reason().isEmpty() ? null : CleanText.composed(line.reason()));
    }

    private void lookUpGroups(List<GrantImportLine> lines) {
        Schools known = new Schools(context.session(), context.realm());
        List<String> uais =
                lines.stream().map(line -> upper(line.uai())).distinct().toList();
        for (int from = 0; from < uais.size(); from += SCHOOLS_AT_ONCE) {
            List<School> some = known.withUais(uais.subList(from, Math.min(from + SCHOOLS_AT_ONCE, uais.size())));
            some.forEach(school -> schools.put(upper(school.uai()), school));
            known.groupsOf(some).stream()
                    .filter(group -> reach.changesMembersOf(group.id()))
                    .forEach(group -> groups.put(
                            upper(group.school().uai() + "_" + group.profile().suffix()), group));
        }
    }

    /** Lines of one change set stand together: they cost little more than one. */
    private static String changeSetOf(GrantImportLine line) {
        return String.join("\n", groupOf(line), line.endsOn(), line.reason());
    }

    private static String groupOf(GrantImportLine line) {
        return upper(line.uai() + "_" + line.suffix());
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
