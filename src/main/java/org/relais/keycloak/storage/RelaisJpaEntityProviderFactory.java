package org.relais.keycloak.storage;

import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.relais.keycloak.platform.StatelessProviderFactory;

/** Adds the tables of Relais to Keycloak's database. */
public final class RelaisJpaEntityProviderFactory
        implements JpaEntityProviderFactory, StatelessProviderFactory<JpaEntityProvider> {

    static final String ID = "relais";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new RelaisJpaEntityProvider();
    }
}
