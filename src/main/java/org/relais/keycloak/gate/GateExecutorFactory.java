package org.relais.keycloak.gate;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;
import org.relais.keycloak.platform.ServerClock;

/** The client-policy executor {@code relais-gate}. */
@SuppressWarnings("rawtypes") // Keycloak's own factory names the provider without its configuration.
public final class GateExecutorFactory
        implements ClientPolicyExecutorProviderFactory, GateFactory<ClientPolicyExecutorProvider> {

    @Override
    public String getHelpText() {
        return "Refuses tokens for an application that no group of the person opens now";
    }

    @Override
    public ClientPolicyExecutorProvider create(KeycloakSession session) {
        return new GateExecutor(session, new ServerClock());
    }
}
