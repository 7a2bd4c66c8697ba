package org.relais.keycloak.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.keycloak.grant.BulkGrants;
import org.relais.keycloak.grant.BulkGrants.Selection;
import org.relais.keycloak.grant.GrantOutcome;
import org.relais.keycloak.grant.GrantPosition;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.http.RequestProblem;
import org.relais.keycloak.rest.representation.BulkAnswer;
import org.relais.keycloak.rest.representation.BulkRequest;
import org.relais.keycloak.rest.representation.GrantMapper;
import org.relais.keycloak.rest.representation.GrantRepresentation;

/** Ends or renews many grants, some hundred a call, one result for each. */
record BulkChange(RequestContext call, BulkRequest request, boolean dryRun, BulkGrants grants) {

    static BulkChange of(RequestContext call, BulkRequest request) {
        boolean dryRun = Boolean.TRUE.equals(request.dryRun());
        return new BulkChange(
                call,
                request,
                dryRun,
                new BulkGrants(call.context(), call.authority().reach(), call.actor(), dryRun));
    }

    BulkAnswer end() {
        if (request.endsOn() != null || request.reason() != null) {
            throw new InvalidInput(
                    Problem.at(request.endsOn() == null ? "reason" : "endsOn", RequestProblem.NOT_WHEN_ENDING));
        }
        return change(grants::end);
    }

    BulkAnswer renew() {
        if (request.endsOn() == null) {
            throw new InvalidInput(Problem.at("endsOn", CommonProblem.FIELD_MISSING));
        }
        return change(selection -> grants.renew(selection, request.endsOn(), request.reason()));
    }

    private BulkAnswer change(Function<Selection, List<GrantOutcome>> work) {
        Selection selection = selection();
        List<GrantOutcome> outcomes = work.apply(selection);
        int refused = (int) outcomes.stream().filter(GrantOutcome::isRefused).count();
        return new BulkAnswer(
                dryRun,
                outcomes.size() - refused,
                refused,
                show(selection.grantIds(), outcomes),
                selection.next() == null ? null : GrantPages.cursor(selection.next()));
    }

    private Selection selection() {
        BulkRequest.Search search = request.search();
        if ((request.ids() == null) == (search == null)) {
            throw new InvalidInput(Problem.at("ids", RequestProblem.IDS_OR_SEARCH));
        }
        if (search == null) {
            return grants.named(request.ids());
        }
        GrantSearch meant = new GrantSearch(
                search.school(), search.profile(), null, search.person(), search.grantedBy(), search.endingBefore());
        GrantPosition after = GrantPages.position(request.cursor());
        return grants.found(meant.filter(call), after);
    }

    private List<BulkAnswer.Line> show(List<String> ids, List<GrantOutcome> outcomes) {
        Map<String, GrantRepresentation> views = new GrantMapper(call)
                        .show(outcomes.stream()
                                .map(GrantOutcome::grant)
                                .filter(Objects::nonNull)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(GrantRepresentation::id, Function.identity()));
        List<BulkAnswer.Line> lines = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            GrantOutcome outcome = outcomes.get(i);
            lines.add(new BulkAnswer.Line(
                    ids.get(i),
                    views.get(ids.get(i)),
                    outcome.isRefused() ? "REFUSED" : dryRun ? "POSSIBLE" : "DONE",
                    outcome.problems().stream().map(call.messages()::errorOf).toList()));
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
