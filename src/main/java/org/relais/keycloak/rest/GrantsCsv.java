package org.relais.keycloak.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import org.relais.keycloak.grant.GrantFilter;
import org.relais.keycloak.rest.csv.Csv;
import org.relais.keycloak.rest.http.PageReader;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.http.Streamed;
import org.relais.keycloak.rest.representation.GrantRepresentation;

/** Writes grants as a table for spreadsheets. */
record GrantsCsv(RequestContext call) {

    private static final int PAGE = 500;

    private static final String TITLES = Csv.BYTE_ORDER_MARK
            + Csv.line(
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
                    "grantedAt");

    StreamingOutput write(GrantFilter filter) {
        return Streamed.text(
                TITLES,
                new PageReader(call).list((own, cursor) -> new GrantPages(own).page(filter, cursor, PAGE)),
                GrantsCsv::line);
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
