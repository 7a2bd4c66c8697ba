package org.relais.keycloak.gate;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.PreAuthorizedCodeGrantTypeFactory;
import org.relais.keycloak.platform.ServerClock;

/** Takes the place of Keycloak's own provider of the grant, under its name; only where the feature is on, like that one. */
public final class GatePreAuthorizedCodeFactory extends PreAuthorizedCodeGrantTypeFactory {

    private static final int BEFORE_KEYCLOAKS_OWN = 10;

    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new GatePreAuthorizedCode(new ServerClock());
    }

    @Override
    public int order() {
        return BEFORE_KEYCLOAKS_OWN;
    }
}
