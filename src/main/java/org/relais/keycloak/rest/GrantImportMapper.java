package org.relais.keycloak.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.GrantImportLine;
import org.relais.keycloak.grant.GrantOutcome;
import org.relais.keycloak.rest.csv.Csv;
import org.relais.keycloak.rest.http.ErrorRepresentation;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.GrantImportRepresentation;

/** Shows the result of each line of a file of grants. */
record GrantImportMapper(RequestContext call) {

    private record Result(GrantImportLine line, GrantOutcome outcome) {}

    GrantImportRepresentation show(List<GrantImportLine> file, List<GrantOutcome> outcomes, boolean dryRun) {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < file.size(); i++) {
            results.add(new Result(file.get(i), outcomes.get(i)));
        }
        List<GrantImportRepresentation.Line> lines =
                results.stream().map(this::show).toList();
        int refused = count(lines, "REFUSED");
        return new GrantImportRepresentation(
                dryRun,
                count(lines, "GIVEN"),
                count(lines, "AWAITED"),
                refused,
                lines,
                refused == 0 ? null : refusedCsv(results));
    }

    private GrantImportRepresentation.Line show(Result result) {
        GrantImportLine line = result.line();
        Grant grant = result.outcome().grant();
        return new GrantImportRepresentation.Line(
                line.number(),
                line.identifier(),
                line.uai(),
                line.suffix(),
                outcome(result),
                grant == null ? null : grant.id(),
                errors(result));
    }

    private static String outcome(Result result) {
        if (result.outcome().isRefused()) {
            return "REFUSED";
        }
        Grant grant = result.outcome().grant();
        if (grant == null) {
            return "POSSIBLE";
        }
        return grant.userId() == null ? "AWAITED" : "GIVEN";
    }

    private String refusedCsv(List<Result> results) {
        return results.stream()
                .filter(result -> result.outcome().isRefused())
                .map(result -> Csv.line(
                        result.line().identifier(),
                        result.line().uai(),
                        result.line().suffix(),
                        result.line().endsOn(),
                        result.line().reason(),
                        errors(result).stream()
                                .map(ErrorRepresentation::errorMessage)
                                .collect(Collectors.joining(" "))))
                .collect(Collectors.joining(
                        "",
                        Csv.BYTE_ORDER_MARK + Csv.line("identifier", "uai", "suffix", "endsOn", "reason", "problem"),
                        ""));
    }

    private List<ErrorRepresentation> errors(Result result) {
        return result.outcome().problems().stream()
                .map(call.messages()::errorOf)
                .toList();
    }

    private static int count(List<GrantImportRepresentation.Line> lines, String outcome) {
        return (int)
                lines.stream().filter(line -> line.outcome().equals(outcome)).count();
    }
}
