package org.relais.keycloak.gate;

import java.util.List;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderConfigProperty;
import org.relais.keycloak.platform.StatelessProviderFactory;

/** What the gate is at every place where Keycloak asks it: known as {@code relais-gate}, and without settings of its own. */
interface GateFactory<T extends Provider> extends StatelessProviderFactory<T>, ConfiguredProvider {

    String PROVIDER_ID = "relais-gate";

    @Override
    default String getId() {
        return PROVIDER_ID;
    }

    @Override
    default List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
