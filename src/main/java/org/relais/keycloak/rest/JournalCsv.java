package org.relais.keycloak.rest;

import java.util.Optional;
import org.relais.keycloak.journal.JournalFilter;
import org.relais.keycloak.rest.csv.Csv;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.JournalMapper;
import org.relais.keycloak.rest.representation.JournalRepresentation;
import org.relais.keycloak.rest.representation.NamedReference;

/** Lines of the journal as a table for spreadsheets. */
final class JournalCsv {

    private static final int PAGE = 500;
    private static final int MOST_PAGES = 20;

    private final RequestContext call;

    JournalCsv(RequestContext call) {
        this.call = call;
    }

    String write(JournalFilter filter) {
        StringBuilder table = new StringBuilder(Csv.BYTE_ORDER_MARK)
                .append(Csv.line("at", "actor", "action", "group", "person", "grantId", "details"));
        JournalMapper views = new JournalMapper(call);
        Page<JournalRepresentation> page = views.page(filter, null, PAGE);
        append(table, page);
        for (int pages = 1; page.next() != null && pages < MOST_PAGES; pages++) {
            page = views.page(filter, page.next(), PAGE);
            append(table, page);
        }
        return table.toString();
    }

    private static void append(StringBuilder table, Page<JournalRepresentation> page) {
        for (JournalRepresentation line : page.items()) {
            table.append(Csv.line(
                    line.at(),
                    named(line.actor()),
                    line.action(),
                    Optional.ofNullable(line.groupName()).orElse(line.groupId()),
                    named(line.person()),
                    line.grantId(),
                    line.details()));
        }
    }

    private static String named(NamedReference somebody) {
        return somebody == null ? null : Optional.ofNullable(somebody.name()).orElse(somebody.id());
    }
}
