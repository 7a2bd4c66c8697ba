package org.relais.keycloak.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import org.relais.keycloak.journal.JournalFilter;
import org.relais.keycloak.rest.csv.Csv;
import org.relais.keycloak.rest.http.PageReader;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.http.Streamed;
import org.relais.keycloak.rest.representation.JournalMapper;
import org.relais.keycloak.rest.representation.JournalRepresentation;
import org.relais.keycloak.rest.representation.NamedReference;

/** Writes journal entries as a table for spreadsheets. */
record JournalCsv(RequestContext call) {

    private static final int PAGE = 500;

    private static final String TITLES =
            Csv.BYTE_ORDER_MARK + Csv.line("at", "actor", "action", "group", "person", "grantId", "details");

    StreamingOutput write(JournalFilter filter) {
        return Streamed.text(
                TITLES,
                new PageReader(call).list((own, cursor) -> new JournalMapper(own).page(filter, cursor, PAGE)),
                JournalCsv::line);
    }

    private static String line(JournalRepresentation entry) {
        return Csv.line(
                entry.at(),
                named(entry.actor()),
                entry.action(),
                Optional.ofNullable(entry.groupName()).orElse(entry.groupId()),
                named(entry.person()),
                entry.grantId(),
                entry.details());
    }

    private static String named(NamedReference somebody) {
        return somebody == null ? null : Optional.ofNullable(somebody.name()).orElse(somebody.id());
    }
}
