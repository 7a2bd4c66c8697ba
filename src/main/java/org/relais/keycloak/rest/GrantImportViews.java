package org.relais.keycloak.rest;

import java.util.List;
import java.util.stream.Collectors;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.rest.GrantFile.GrantLine;
import org.relais.keycloak.rest.GrantImport.Result;

/** Shows what became of a file of accesses. */
final class GrantImportViews {

    private final Wording wording;

    GrantImportViews(Call call) {
        this.wording = new Wording(call.session());
    }

    GrantImportView show(List<Result> results, boolean dryRun) {
        List<GrantImportView.Line> lines = results.stream().map(this::show).toList();
        int refused = count(lines, "REFUSED");
        return new GrantImportView(
                dryRun,
                count(lines, "GIVEN"),
                count(lines, "AWAITED"),
                refused,
                lines,
                refused == 0 ? null : refusedCsv(results));
    }

    private GrantImportView.Line show(Result result) {
        GrantLine line = result.line();
        Grant grant = result.outcome().grant();
        return new GrantImportView.Line(
                line.line(),
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
                        errors(result).stream().map(ErrorView::errorMessage).collect(Collectors.joining(" "))))
                .collect(Collectors.joining(
                        "",
                        Csv.BYTE_ORDER_MARK + Csv.line("identifier", "uai", "suffix", "endsOn", "reason", "problem"),
                        ""));
    }

    private List<ErrorView> errors(Result result) {
        return result.outcome().problems().stream().map(wording::errorOf).toList();
    }

    private static int count(List<GrantImportView.Line> lines, String outcome) {
        return (int)
                lines.stream().filter(line -> line.outcome().equals(outcome)).count();
    }
}
