package org.relais.keycloak.grant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;

/** Gives the accesses of some lines in one transaction: a line that cannot be done does not hold up the others. */
final class AdditionBatch {

    private final ChangeSets changes;
    private final String actor;
    private final boolean dryRun;

    /** @param dryRun whether nothing is given and the outcomes only say what would be */
    AdditionBatch(RealmContext context, Reach reach, String actor, boolean dryRun) {
        this.changes = new ChangeSets(context, reach);
        this.actor = actor;
        this.dryRun = dryRun;
    }

    /** One outcome for each request, in their order. */
    List<GrantOutcome> give(List<GrantRequest> requests) {
        Map<List<Object>, List<Integer>> changeSets = new LinkedHashMap<>();
        for (int i = 0; i < requests.size(); i++) {
            changeSets
                    .computeIfAbsent(changeSetOf(requests.get(i)), any -> new ArrayList<>())
                    .add(i);
        }
        GrantOutcome[] outcomes = new GrantOutcome[requests.size()];
        changeSets.values().forEach(lines -> give(requests, lines, outcomes));
        return List.of(outcomes);
    }

    /** Lines of the same group, day and reason are one change set. */
    private static List<Object> changeSetOf(GrantRequest request) {
        return Arrays.asList(request.group().id(), request.lastDay(), request.reason());
    }

    private void give(List<GrantRequest> requests, List<Integer> lines, GrantOutcome[] outcomes) {
        GrantRequest first = requests.get(lines.get(0));
        List<Candidate> candidates = lines.stream()
                .map(line -> new Candidate(null, requests.get(line).identifier()))
                .toList();
        ChangeSet change = new ChangeSet(candidates, null, List.of(), first.lastDay(), first.reason(), true, List.of());
        PartialChange result = dryRun
                ? changes.preview(first.group(), change, actor)
                : changes.giveWhatCanBe(first.group(), change, actor);
        int next = 0;
        for (int i = 0; i < lines.size(); i++) {
            List<Problem> problems = result.problemsOfLine(i);
            Grant grant = problems.isEmpty() && !dryRun ? result.given().get(next++) : null;
            outcomes[lines.get(i)] = new GrantOutcome(grant, problems);
        }
    }
}
