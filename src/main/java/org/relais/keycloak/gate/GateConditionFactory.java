package org.relais.keycloak.gate;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.condition.ClientPolicyConditionProvider;
import org.keycloak.services.clientpolicy.condition.ClientPolicyConditionProviderFactory;

/** The client-policy condition {@code relais-gate}. */
@SuppressWarnings("rawtypes") // Keycloak's own factory names the provider without its configuration.
public final class GateConditionFactory
        implements ClientPolicyConditionProviderFactory, GateFactory<ClientPolicyConditionProvider> {

    @Override
    public String getHelpText() {
        return "The moments at which the executor relais-gate has something to say: when tokens are given";
    }

    @Override
    public ClientPolicyConditionProvider create(KeycloakSession session) {
        return new GateCondition(session);
    }
}
