package org.relais.keycloak.gate;

import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.condition.AbstractClientPolicyConditionProviderFactory;
import org.keycloak.services.clientpolicy.condition.ClientPolicyConditionProvider;

/** The client-policy condition {@code relais-gate}. */
public final class GateConditionFactory extends AbstractClientPolicyConditionProviderFactory {

    static final String PROVIDER_ID = "relais-gate";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "The moments at which the executor relais-gate has something to say: when tokens are given";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public ClientPolicyConditionProvider create(KeycloakSession session) {
        return new GateCondition(session);
    }
}
