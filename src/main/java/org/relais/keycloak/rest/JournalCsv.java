package org.relais.keycloak.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import org.relais.keycloak.journal.JournalFilter;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.ProblemCode;
import org.relais.keycloak.rest.csv.Csv;
import org.relais.keycloak.rest.http.PageReader;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.http.Streamed;
import org.relais.keycloak.rest.representation.JournalMapper;
import org.relais.keycloak.rest.representation.JournalRepresentation;
import org.relais.keycloak.rest.representation.NamedReference;

/** Writes journal entries as a table for spreadsheets. */
record JournalCsv(RequestContext call) {

    private enum Said implements ProblemCode {
        ACTING_AS
    }

    private static final int PAGE = 500;

    private static final String TITLES =
            Csv.BYTE_ORDER_MARK + Csv.line("at", "actor", "action", "group", "person", "grantId", "details");

    StreamingOutput write(JournalFilter filter) {
        return Streamed.text(
                TITLES,
                new PageReader(call).list((own, cursor) -> new JournalMapper(own).page(filter, cursor, PAGE)),
                this::line);
    }

    private String line(JournalRepresentation entry) {
        return Csv.line(
                entry.at(),
                actor(entry.actor()),
                entry.action(),
                Optional.ofNullable(entry.groupName()).orElse(entry.groupId()),
                named(entry.person()),
                entry.grantId(),
                entry.details());
    }

    /** Of what an administrator did in the session of somebody else, both. */
    private String actor(NamedReference somebody) {
        return somebody == null || somebody.impersonator() == null
                ? named(somebody)
                : call.messages()
                        .errorOf(Problem.general(Said.ACTING_AS, named(somebody.impersonator()), named(somebody)))
                        .errorMessage();
    }

    private static String named(NamedReference somebody) {
        return somebody == null ? null : Optional.ofNullable(somebody.name()).orElse(somebody.id());
    }
}
