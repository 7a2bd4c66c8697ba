package org.relais.keycloak.rest;

import java.util.List;
import org.relais.keycloak.claim.RelaisScopes;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.GateRepresentation;
import org.relais.keycloak.rest.representation.SetupRepresentation;
import org.relais.keycloak.school.component.DefaultProfiles;
import org.relais.keycloak.school.component.RelaisThemes;

/** Has every room set up in a realm what it needs to begin with; what exists already stays as it is. */
final class RealmSetup {

    private final RequestContext call;

    RealmSetup(RequestContext call) {
        this.call = call;
    }

    /** @param withThemes whether to show the realm's pages in our theme, as far as it has such pages */
    SetupRepresentation run(boolean withThemes) {
        List<String> created = new DefaultProfiles(call.realm()).create();
        RelaisScopes scopes = new RelaisScopes(call.context());
        GateRepresentation gate = GateRepresentation.installed(call);
        scopes.create();
        List<String> themes = withThemes ? new RelaisThemes(call.context()).activate() : List.of();
        return new SetupRepresentation(created, gate, scopes.names(), themes);
    }
}
