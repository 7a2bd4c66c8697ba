package org.relais.keycloak.school.component;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;
import org.relais.keycloak.school.SchoolComponent;

/** Makes profiles, kinds of people and the academy's settings native realm components. */
public final class SchoolSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "relais-school";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return SchoolComponent.class;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return SchoolComponentFactory.class;
    }
}
