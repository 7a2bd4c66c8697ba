package org.relais.keycloak.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;
import org.relais.keycloak.claim.RelaisScopes;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.GateRepresentation;
import org.relais.keycloak.rest.representation.SetupRepresentation;
import org.relais.keycloak.school.component.DefaultProfiles;

/** Gives a realm all it needs to begin with; what is there already stays as it is. */
final class RealmSetup {

    private static final String THEME = "relais";

    private static final Map<Theme.Type, BiConsumer<RealmModel, String>> THEMES = new TreeMap<>(Map.of(
            Theme.Type.ACCOUNT, RealmModel::setAccountTheme,
            Theme.Type.ADMIN, RealmModel::setAdminTheme,
            Theme.Type.EMAIL, RealmModel::setEmailTheme));

    private final RequestContext call;

    RealmSetup(RequestContext call) {
        this.call = call;
    }

    /** @param withThemes whether the pages of the realm are to be shown in our theme, as far as it has such pages */
    SetupRepresentation run(boolean withThemes) {
        List<String> created = new DefaultProfiles(call.realm()).create();
        RelaisScopes scopes = new RelaisScopes(call.context());
        GateRepresentation gate = GateRepresentation.installed(call);
        scopes.create();
        return new SetupRepresentation(created, gate, scopes.names(), withThemes ? activateThemes() : List.of());
    }

    private List<String> activateThemes() {
        return THEMES.keySet().stream()
                .filter(type -> call.session().theme().nameSet(type).contains(THEME))
                .peek(type -> THEMES.get(type).accept(call.realm(), THEME))
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
