package org.relais.keycloak.delivery;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Makes targets native realm components. */
public final class TargetSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "relais-target";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return Target.class;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return TargetFactory.class;
    }
}
