package org.relais.keycloak.grant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.Refusal;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Schools;

/**
 * Gives, renews and ends accesses in any groups of the realm, line by line: what cannot be done stands in nobody's way. The
 * rules are those of single accesses. Some tens of lines belong into one transaction: it holds all that it has touched.
 */
public final class BulkGrants {

    private final RealmContext context;
    private final Ledger ledger;
    private final ChangeSets changes;
    private final Schools schools;

    public BulkGrants(RealmContext context) {
        this.context = context;
        this.ledger = new Ledger(context);
        this.changes = new ChangeSets(context);
        this.schools = new Schools(context.session(), context.realm());
    }

    /**
     * An access to give.
     *
     * @param identifier of an account, or of somebody who has none yet
     * @param lastDay    null for what the profile suggests
     */
    public record Wish(ManagedGroup group, String identifier, LocalDate lastDay, String reason) {

        private List<Object> act() {
            return Arrays.asList(group.id(), lastDay, reason);
        }
    }

    /**
     * What became of a line, or would become of it.
     *
     * @param grant    null where none was given
     * @param problems empty if it was done, or could be
     */
    public record Outcome(Grant grant, List<Problem> problems) {

        public boolean isRefused() {
            return !problems.isEmpty();
        }
    }

    /** One outcome for each wish, in their order. */
    public List<Outcome> give(List<Wish> wishes, String actor, boolean dryRun) {
        Map<List<Object>, List<Integer>> acts = new LinkedHashMap<>();
        for (int i = 0; i < wishes.size(); i++) {
            acts.computeIfAbsent(wishes.get(i).act(), any -> new ArrayList<>()).add(i);
        }
        Outcome[] outcomes = new Outcome[wishes.size()];
        acts.values().forEach(lines -> give(wishes, lines, actor, dryRun, outcomes));
        return List.of(outcomes);
    }

    /** Lines of the same group, day and reason are one change set. */
    private void give(List<Wish> wishes, List<Integer> lines, String actor, boolean dryRun, Outcome[] outcomes) {
        Wish any = wishes.get(lines.get(0));
        List<Candidate> candidates = lines.stream()
                .map(line -> new Candidate(null, wishes.get(line).identifier()))
                .toList();
        ChangeSet change = new ChangeSet(candidates, null, List.of(), any.lastDay(), any.reason(), true, List.of());
        List<Problem> problems = new ArrayList<>();
        List<Grant> given = List.of();
        if (dryRun) {
            problems.addAll(changes.problemsOf(any.group(), change));
        } else {
            given = changes.giveWhatCanBe(any.group(), change, actor, problems);
        }
        int next = 0;
        for (int i = 0; i < lines.size(); i++) {
            List<Problem> ofLine = ofLine(problems, i);
            Grant grant = ofLine.isEmpty() && !dryRun ? given.get(next++) : null;
            outcomes[lines.get(i)] = new Outcome(grant, ofLine);
        }
    }

    private static List<Problem> ofLine(List<Problem> problems, int line) {
        return problems.stream()
                .filter(problem -> !Candidates.isOfLine(problem) || Candidates.lineOf(problem) == line)
                .toList();
    }

    /** Ends the grants with these ids; one outcome for each, in their order. */
    public List<Outcome> end(List<String> grantIds, String actor, boolean dryRun) {
        return each(
                grantIds,
                (grant, group) -> List.of(),
                (grant, group) -> ledger.end(grant.id(), EndCause.REMOVED, actor),
                dryRun);
    }

    /**
     * Renews, or shortens, the grants with these ids under the terms of administrators; one outcome for each, in their order.
     *
     * @param reason null to leave it
     */
    public List<Outcome> renew(List<String> grantIds, LocalDate lastDay, String reason, String actor, boolean dryRun) {
        return each(
                grantIds,
                (grant, group) -> ledger.problemsOfRenewal(group, grant, lastDay, reason),
                (grant, group) -> ledger.renew(group, grant.id(), lastDay, reason, actor),
                dryRun);
    }

    private interface Check {
        List<Problem> problemsOf(Grant grant, ManagedGroup group);
    }

    private interface Act {
        Grant on(Grant grant, ManagedGroup group);
    }

    private List<Outcome> each(List<String> grantIds, Check check, Act act, boolean dryRun) {
        Map<String, Grant> known = new LinkedHashMap<>();
        ledger.withIds(grantIds).forEach(grant -> known.put(grant.id(), grant));
        return grantIds.stream()
                .map(id -> outcome(id, known.get(id), check, act, dryRun))
                .toList();
    }

    /** A refusal comes before anything is written. */
    private Outcome outcome(String id, Grant grant, Check check, Act act, boolean dryRun) {
        Optional<ManagedGroup> group = grant == null ? Optional.empty() : schools.managedGroup(grant.groupId());
        if (group.isEmpty()) {
            return new Outcome(null, List.of(Problem.at("ids", "unknown-grant", id)));
        }
        if (grant.isEnded() || grant.isOverAt(context.now())) {
            return new Outcome(grant, List.of(Problem.at("ids", "grant-ended")));
        }
        try {
            return dryRun
                    ? new Outcome(grant, check.problemsOf(grant, group.get()))
                    : new Outcome(act.on(grant, group.get()), List.of());
        } catch (Refusal refusal) {
            return new Outcome(grant, refusal.problems());
        }
    }
}
