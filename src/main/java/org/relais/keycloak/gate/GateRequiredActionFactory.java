package org.relais.keycloak.gate;

import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.relais.keycloak.platform.ServerClock;
import org.relais.keycloak.platform.StatelessProviderFactory;

/** The required action {@code relais-gate}. */
public final class GateRequiredActionFactory
        implements RequiredActionFactory, StatelessProviderFactory<RequiredActionProvider> {

    static final String PROVIDER_ID = GateFactory.PROVIDER_ID;

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
}
