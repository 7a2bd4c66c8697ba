package org.relais.keycloak.gate;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.PermissionGrantTypeFactory;
import org.relais.keycloak.platform.ServerClock;

/** Takes the place of Keycloak's own provider of the grant, under its name. */
public final class GatePermissionTicketFactory extends PermissionGrantTypeFactory {

    private static final int BEFORE_KEYCLOAKS_OWN = 10;

    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new GatePermissionTicket(new ServerClock());
    }

    @Override
    public int order() {
        return BEFORE_KEYCLOAKS_OWN;
    }
}
