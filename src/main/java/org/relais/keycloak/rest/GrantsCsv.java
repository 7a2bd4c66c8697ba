package org.relais.keycloak.rest;

import java.util.Optional;
import org.relais.keycloak.grant.GrantFilter;
import org.relais.keycloak.rest.csv.Csv;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.GrantRepresentation;

/** Writes grants as a table for spreadsheets. */
record GrantsCsv(RequestContext call) {

    private static final int PAGE = 500;

    String write(GrantFilter filter) {
        StringBuilder table = new StringBuilder(Csv.BYTE_ORDER_MARK)
                .append(Csv.line(
                        "uai",
                        "group",
                        "person",
                        "identifier",
                        "status",
                        "cause",
                        "startsOn",
                        "endsOn",
                        "reason",
                        "grantedBy",
                        "grantedAt"));
        GrantPages pages = new GrantPages(call);
        Page.forEach(cursor -> pages.page(filter, cursor, PAGE), Integer.MAX_VALUE, grant -> table.append(line(grant)));
        return table.toString();
    }

    private static String line(GrantRepresentation grant) {
        return Csv.line(
                grant.uai(),
                grant.groupName(),
                grant.personName(),
                Optional.ofNullable(grant.identifier()).orElse(grant.userId()),
                grant.status(),
                grant.endCause(),
                grant.startsOn(),
                grant.endsOn(),
                grant.reason(),
                grant.grantedBy().name(),
                grant.grantedAt());
    }
}
