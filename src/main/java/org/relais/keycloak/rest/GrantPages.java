package org.relais.keycloak.rest;

import java.util.List;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.GrantFilter;
import org.relais.keycloak.grant.GrantPosition;
import org.relais.keycloak.grant.Ledger;
import org.relais.keycloak.rest.http.Cursor;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.PageParams;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.GrantMapper;
import org.relais.keycloak.rest.representation.GrantRepresentation;

/** Lists grants by their end, a page at a time. */
final class GrantPages {

    private final RequestContext call;

    GrantPages(RequestContext call) {
        this.call = call;
    }

    Page<GrantRepresentation> page(GrantFilter filter, PageParams page) {
        return page(filter, page.cursor(), page.size());
    }

    Page<GrantRepresentation> page(GrantFilter filter, String cursor, int max) {
        List<Grant> found = new Ledger(call.context()).search(filter, position(cursor), max + 1);
        return Page.of(found, max, grant -> cursor(GrantPosition.of(grant)))
                .show(grants -> new GrantMapper(call)
                        .show(grants.stream()
                                .filter(grant -> call.authority().seesMembersOf(grant.groupId()))
                                .toList()));
    }

    static String cursor(GrantPosition position) {
        return Cursor.write(position.endsAt(), position.grantId());
    }

    static GrantPosition position(String cursor) {
        if (cursor == null) {
            return GrantPosition.FIRST;
        }
        List<String> parts = Cursor.read(cursor, 2);
        return new GrantPosition(Cursor.number(parts.get(0)), parts.get(1));
    }
}
