package org.relais.keycloak.rest;

import java.util.Optional;
import org.relais.keycloak.journal.JournalFilter;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.ProblemCode;
import org.relais.keycloak.rest.csv.Csv;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.JournalMapper;
import org.relais.keycloak.rest.representation.JournalRepresentation;
import org.relais.keycloak.rest.representation.NamedReference;

/** Writes journal entries as a table for spreadsheets. */
record JournalCsv(RequestContext call) {

    private enum Said implements ProblemCode {
        ACTING_AS
    }

    private static final int PAGE = 500;
    private static final int MOST_PAGES = 20;

    String write(JournalFilter filter) {
        StringBuilder table = new StringBuilder(Csv.BYTE_ORDER_MARK)
                .append(Csv.line("at", "actor", "action", "group", "person", "grantId", "details"));
        JournalMapper journal = new JournalMapper(call);
        Page.forEach(cursor -> journal.page(filter, cursor, PAGE), MOST_PAGES, entry -> table.append(line(entry)));
        return table.toString();
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
