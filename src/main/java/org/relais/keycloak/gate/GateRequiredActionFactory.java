package org.relais.keycloak.gate;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.relais.keycloak.platform.ServerClock;

/** The required action {@code relais-gate}. */
public final class GateRequiredActionFactory implements RequiredActionFactory {

    static final String PROVIDER_ID = "relais-gate";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayText() {
        return "Relais gate";
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new GateRequiredAction(session, new ServerClock());
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
