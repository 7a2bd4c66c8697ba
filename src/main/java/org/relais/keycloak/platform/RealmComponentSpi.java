package org.relais.keycloak.platform;

import org.keycloak.component.ComponentFactory;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** A kind of component that Keycloak keeps with a realm and that other extensions may add to. */
public abstract class RealmComponentSpi implements Spi {

    private final String name;
    private final Class<? extends Provider> provider;

    @SuppressWarnings("rawtypes")
    private final Class<? extends ComponentFactory> factory;

    @SuppressWarnings("rawtypes")
    protected RealmComponentSpi(
            String name, Class<? extends Provider> provider, Class<? extends ComponentFactory> factory) {
        this.name = name;
        this.provider = provider;
        this.factory = factory;
    }

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return provider;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return factory;
    }
}
