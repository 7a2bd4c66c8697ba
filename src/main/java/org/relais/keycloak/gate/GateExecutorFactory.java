package org.relais.keycloak.gate;

import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;
import org.relais.keycloak.platform.ServerClock;
import org.relais.keycloak.platform.StatelessProviderFactory;

/** The client-policy executor {@code relais-gate}. */
@SuppressWarnings("rawtypes") // Keycloak's own factory names the provider without its configuration.
public final class GateExecutorFactory
        implements ClientPolicyExecutorProviderFactory, StatelessProviderFactory<ClientPolicyExecutorProvider> {

    static final String PROVIDER_ID = "relais-gate";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Refuses tokens for an application that no group of the person opens now";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public ClientPolicyExecutorProvider create(KeycloakSession session) {
        return new GateExecutor(session, new ServerClock());
    }
}
