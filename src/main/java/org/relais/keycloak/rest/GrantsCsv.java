package org.relais.keycloak.rest;

import java.util.Optional;
import org.relais.keycloak.grant.GrantFilter;

/** Grants as a table for spreadsheets. */
final class GrantsCsv {

    private static final int PAGE = 500;

    private final Call call;

    GrantsCsv(Call call) {
        this.call = call;
    }

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
        Page<GrantView> page = pages.page(filter, null, PAGE);
        append(table, page);
        while (page.next() != null) {
            page = pages.page(filter, page.next(), PAGE);
            append(table, page);
        }
        return table.toString();
    }

    private static void append(StringBuilder table, Page<GrantView> page) {
        for (GrantView grant : page.items()) {
            table.append(Csv.line(
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
                    grant.grantedAt()));
        }
    }
}
