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
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;

/** Ends or renews many grants, some hundred a call, one result for each. */
final class MassChange {

    static final int MOST = 500;

    private final Call call;
    private final MassRequest request;
    private final boolean dryRun;

    MassChange(Call call, MassRequest request) {
        this.call = call;
        this.request = request;
        this.dryRun = Boolean.TRUE.equals(request.dryRun());
    }

    MassAnswer end() {
        if (request.endsOn() != null || request.reason() != null) {
            throw new InvalidInput(Problem.at(request.endsOn() == null ? "reason" : "endsOn", "not-when-ending"));
        }
        return change((grants, ids) -> grants.end(ids, call.actor(), dryRun));
    }

    MassAnswer renew() {
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

    private MassAnswer change(Work work) {
        Chosen chosen = chosen();
        List<Outcome> outcomes = InBatches.of(
                call,
                chosen.ids(),
                (session, some) ->
                        work.on(new BulkGrants(session, session.getContext().getRealm(), call.clock()), some),
                problem -> new Outcome(null, List.of(problem)));
        List<MassAnswer.Line> lines = show(chosen.ids(), outcomes);
        return new MassAnswer(
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
        MassRequest.Search search = request.search();
        GrantSearch meant = new GrantSearch(
                search.school(), search.profile(), null, search.person(), search.grantedBy(), search.endingBefore());
        GrantPosition after = GrantPages.place(request.cursor());
        List<Grant> found = new Ledger(call.session(), call.realm(), call.clock())
                .search(meant.filter(call).runningOnly(), after, MOST + 1);
        List<Grant> some = found.subList(0, Math.min(MOST, found.size()));
        String next = found.size() > MOST ? GrantPages.cursor(GrantPosition.of(some.get(MOST - 1))) : null;
        return new Chosen(some.stream().map(Grant::id).toList(), next);
    }

    private List<MassAnswer.Line> show(List<String> ids, List<Outcome> outcomes) {
        Wording wording = new Wording(call.session());
        Map<String, GrantView> views = new GrantViews(call)
                        .show(outcomes.stream()
                                .map(Outcome::grant)
                                .filter(Objects::nonNull)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(GrantView::id, Function.identity()));
        List<MassAnswer.Line> lines = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Outcome outcome = outcomes.get(i);
            lines.add(new MassAnswer.Line(
                    ids.get(i),
                    views.get(ids.get(i)),
                    outcome.isRefused() ? "REFUSED" : dryRun ? "POSSIBLE" : "DONE",
                    outcome.problems().stream().map(wording::errorOf).toList()));
        }
        return lines;
    }

    /** What has been done, for the record of each grant. */
    static Stream<GrantView> done(MassAnswer answer) {
        return answer.lines().stream()
                .filter(line -> line.outcome().equals("DONE"))
                .map(MassAnswer.Line::grant);
    }
}
