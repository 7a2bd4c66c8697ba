package org.relais.keycloak.rest;

import java.util.List;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.GrantFilter;
import org.relais.keycloak.grant.GrantPosition;
import org.relais.keycloak.grant.Ledger;
import org.relais.keycloak.rest.http.Cursor;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.GrantMapper;
import org.relais.keycloak.rest.representation.GrantRepresentation;

/** Lists of grants by their end, a page at a time. */
final class GrantPages {

    private final RequestContext call;

    GrantPages(RequestContext call) {
        this.call = call;
    }

    Page<GrantRepresentation> page(GrantFilter filter, String cursor, int max) {
        List<Grant> found = new Ledger(call.context()).search(filter, place(cursor), max + 1);
        List<Grant> page = found.subList(0, Math.min(max, found.size()));
        String next = found.size() > max ? cursor(GrantPosition.of(page.get(page.size() - 1))) : null;
        return new Page<>(new GrantMapper(call).show(page), next);
    }

    static String cursor(GrantPosition place) {
        return Cursor.write(place.endsAt(), place.grantId());
    }

    static GrantPosition place(String cursor) {
        if (cursor == null) {
            return GrantPosition.FIRST;
        }
        List<String> parts = Cursor.read(cursor, 2);
        return new GrantPosition(Cursor.number(parts.get(0)), parts.get(1));
    }
}
