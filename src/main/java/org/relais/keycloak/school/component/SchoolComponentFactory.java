package org.relais.keycloak.school.component;

import org.keycloak.Config;
import org.keycloak.component.ComponentFactory;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.relais.keycloak.school.SchoolComponent;

/** What the factories of our components share: they have no behaviour and no state. */
public interface SchoolComponentFactory extends ComponentFactory<SchoolComponent, SchoolComponent> {

    @Override
    default SchoolComponent create(KeycloakSession session, ComponentModel model) {
        return new SchoolComponent() {};
    }

    @Override
    default void init(Config.Scope config) {}

    @Override
    default void postInit(KeycloakSessionFactory factory) {}

    @Override
    default void close() {}
}
