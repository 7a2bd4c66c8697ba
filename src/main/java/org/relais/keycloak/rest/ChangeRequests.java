package org.relais.keycloak.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.relais.keycloak.grant.Candidate;
import org.relais.keycloak.grant.ChangeResult;
import org.relais.keycloak.grant.ChangeSet;
import org.relais.keycloak.grant.ChangeSets;
import org.relais.keycloak.problem.ChangeRejected;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.rest.http.AdminEvents;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.http.RequestProblem;
import org.relais.keycloak.rest.representation.ChangeAnswer;
import org.relais.keycloak.rest.representation.ChangeRequest;
import org.relais.keycloak.rest.representation.ChangeRequest.NewcomerRequest;
import org.relais.keycloak.rest.representation.GrantMapper;
import org.relais.keycloak.school.ManagedGroup;

/** Applies a change set as a request describes it, and records an admin event for each grant it changes. */
final class ChangeRequests {

    private final RequestContext call;
    private final RateLimits limits;

    ChangeRequests(RequestContext call, RateLimits limits) {
        this.call = call;
        this.limits = limits;
    }

    /**
     * @param group one that the caller manages
     * @param key   the idempotency key, as the header has it; null for none
     */
    ChangeAnswer apply(ManagedGroup group, ChangeRequest request, String key) {
        ChangeSet change = changeSet(request);
        String printable = requirePrintable(key);
        int lines = linesOf(change);
        limits.countChanges(call, lines);
        ChangeResult result = limits.looking(
                call,
                identifiersIn(change),
                "add[",
                () -> new ChangeSets(call.context(), call.authority().reach())
                        .apply(group, change, call.actor(), printable));
        limits.correctChanges(call, result.repeated() ? -lines : Math.max(0, result.lines() - lines));
        GrantMapper grants = new GrantMapper(call);
        ChangeAnswer answer = new ChangeAnswer(grants.show(result.granted()), grants.show(result.ended()));
        if (!result.repeated()) {
            answer.granted().forEach(it -> call.audit().created(AdminEvents.GRANT, "grants/" + it.id(), it));
            answer.ended().forEach(it -> call.audit().deleted(AdminEvents.GRANT, "grants/" + it.id(), it));
        }
        return answer;
    }

    /** As many as can be told before it is done; people who are copied are counted once it is. */
    private static int linesOf(ChangeSet change) {
        int perGroup = change.add().size() + change.remove().size();
        return Math.max(1, perGroup * (1 + Set.copyOf(change.together()).size()));
    }

    /** How many lines name somebody by other than what a search has shown. */
    private static int identifiersIn(ChangeSet change) {
        return (int) change.add().stream()
                .filter(candidate -> candidate.identifier() != null)
                .count();
    }

    private ChangeSet changeSet(ChangeRequest request) {
        requireReasonableSize(request);
        List<Problem> problems = new ArrayList<>();
        List<Candidate> add = candidates(orEmpty(request.add()), problems);
        requireTexts("remove", orEmpty(request.remove()), problems);
        requireTexts("together", orEmpty(request.together()), problems);
        if (!problems.isEmpty()) {
            throw new ChangeRejected(problems);
        }
        return new ChangeSet(
                add,
                request.addGroup() == null ? null : call.authority().requireVisible(request.addGroup()),
                orEmpty(request.remove()),
                request.endsOn(),
                request.reason(),
                call.authority().managesRealm(),
                orEmpty(request.together()));
    }

    private static String requirePrintable(String header) {
        if (header != null && !header.matches("[\\x21-\\x7e]{1,200}")) {
            throw new InvalidInput(Problem.at("Idempotency-Key", RequestProblem.WRONG_KEY));
        }
        return header;
    }

    /** First of all, so that nobody makes us answer a hundred thousand wrong lines one by one. */
    private static void requireReasonableSize(ChangeRequest request) {
        int added = orEmpty(request.add()).size();
        int removed = orEmpty(request.remove()).size();
        if (added + removed == 0 && request.addGroup() == null) {
            throw new InvalidInput(Problem.general(RequestProblem.CHANGE_EMPTY));
        }
        if (added + removed > ChangeSet.MOST_LINES) {
            throw new InvalidInput(Problem.at(
                    added >= removed ? "add" : "remove", CommonProblem.TOO_MANY_LINES, ChangeSet.MOST_LINES));
        }
        if (orEmpty(request.together()).size() > ChangeSet.MOST_LINES) {
            throw new InvalidInput(Problem.at("together", CommonProblem.TOO_MANY_LINES, ChangeSet.MOST_LINES));
        }
    }

    private static List<Candidate> candidates(List<NewcomerRequest> requests, List<Problem> problems) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            NewcomerRequest request = requests.get(i);
            if (request == null || (request.userId() == null) == (request.identifier() == null)) {
                problems.add(Problem.at("add[" + i + "]", RequestProblem.NEWCOMER_UNCLEAR));
            } else {
                candidates.add(new Candidate(request.userId(), request.identifier()));
            }
        }
        return candidates;
    }

    private static void requireTexts(String field, List<String> texts, List<Problem> problems) {
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i) == null) {
                problems.add(Problem.at(field + "[" + i + "]", CommonProblem.WRONG_VALUE));
            }
        }
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
