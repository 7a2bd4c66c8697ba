package org.relais.keycloak.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.keycloak.grant.BulkGrants;
import org.relais.keycloak.grant.BulkGrants.Outcome;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.GrantPosition;
import org.relais.keycloak.grant.Ledger;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.rest.http.BatchRunner;
import org.relais.keycloak.rest.http.ProblemMessages;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.BulkAnswer;
import org.relais.keycloak.rest.representation.BulkRequest;
import org.relais.keycloak.rest.representation.GrantMapper;
import org.relais.keycloak.rest.representation.GrantRepresentation;

/** Ends or renews many grants, some hundred a call, one result for each. */
final class BulkChange {

    static final int MOST = 500;

    private final RequestContext call;
    private final BulkRequest request;
    private final boolean dryRun;

    BulkChange(RequestContext call, BulkRequest request) {
        this.call = call;
        this.request = request;
        this.dryRun = Boolean.TRUE.equals(request.dryRun());
    }

    BulkAnswer end() {
        if (request.endsOn() != null || request.reason() != null) {
            throw new InvalidInput(Problem.at(request.endsOn() == null ? "reason" : "endsOn", "not-when-ending"));
        }
        return change((grants, ids) -> grants.end(ids, call.actor(), dryRun));
    }

    BulkAnswer renew() {
        if (request.endsOn() == null) {
            throw new InvalidInput(Problem.at("endsOn", "field-missing"));
        }
        return change((grants, ids) -> grants.renew(ids, request.endsOn(), request.reason(), call.actor(), dryRun));
    }

    private interface Work {
        List<Outcome> on(BulkGrants grants, List<String> ids);
    }

    /** The grants meant, and where those that follow begin. */
    private record Chosen(List<String> ids, String next) {}

    private BulkAnswer change(Work work) {
        Chosen chosen = chosen();
        List<Outcome> outcomes = BatchRunner.of(
                call,
                chosen.ids(),
                (session, some) -> work.on(
                        new BulkGrants(
                                new RealmContext(session, session.getContext().getRealm(), call.clock())),
                        some),
                problem -> new Outcome(null, List.of(problem)));
        List<BulkAnswer.Line> lines = show(chosen.ids(), outcomes);
        return new BulkAnswer(
                dryRun,
                (int) outcomes.stream().filter(it -> !it.isRefused()).count(),
                (int) outcomes.stream().filter(Outcome::isRefused).count(),
                lines,
                chosen.next());
    }

    private Chosen chosen() {
        if ((request.ids() == null) == (request.search() == null)) {
            throw new InvalidInput(Problem.at("ids", "ids-or-search"));
        }
        return request.ids() == null ? found() : named();
    }

    private Chosen named() {
        if (request.ids().size() > MOST) {
            throw new InvalidInput(Problem.at("ids", "too-many-lines", MOST));
        }
        if (request.ids().contains(null)
                || new HashSet<>(request.ids()).size() < request.ids().size()) {
            throw new InvalidInput(Problem.at("ids", "ids-twice"));
        }
        return new Chosen(request.ids(), null);
    }

    /** Those that run, whether they wait for an account or not. */
    private Chosen found() {
        BulkRequest.Search search = request.search();
        GrantSearch meant = new GrantSearch(
                search.school(), search.profile(), null, search.person(), search.grantedBy(), search.endingBefore());
        GrantPosition after = GrantPages.place(request.cursor());
        List<Grant> found = new Ledger(new RealmContext(call.session(), call.realm(), call.clock()))
                .search(meant.filter(call).runningOnly(), after, MOST + 1);
        List<Grant> some = found.subList(0, Math.min(MOST, found.size()));
        String next = found.size() > MOST ? GrantPages.cursor(GrantPosition.of(some.get(MOST - 1))) : null;
        return new Chosen(some.stream().map(Grant::id).toList(), next);
    }

    private List<BulkAnswer.Line> show(List<String> ids, List<Outcome> outcomes) {
        ProblemMessages problemMessages = new ProblemMessages(call.session());
        Map<String, GrantRepresentation> views = new GrantMapper(call)
                        .show(outcomes.stream()
                                .map(Outcome::grant)
                                .filter(Objects::nonNull)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(GrantRepresentation::id, Function.identity()));
        List<BulkAnswer.Line> lines = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Outcome outcome = outcomes.get(i);
            lines.add(new BulkAnswer.Line(
                    ids.get(i),
                    views.get(ids.get(i)),
                    outcome.isRefused() ? "REFUSED" : dryRun ? "POSSIBLE" : "DONE",
                    outcome.problems().stream().map(problemMessages::errorOf).toList()));
        }
        return lines;
    }

    /** What has been done, for the record of each grant. */
    static Stream<GrantRepresentation> done(BulkAnswer answer) {
        return answer.lines().stream()
                .filter(line -> line.outcome().equals("DONE"))
                .map(BulkAnswer.Line::grant);
    }
}
