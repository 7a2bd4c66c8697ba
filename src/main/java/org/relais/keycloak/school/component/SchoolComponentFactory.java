package org.relais.keycloak.school.component;

import org.keycloak.component.ComponentFactory;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.relais.keycloak.platform.StatelessProviderFactory;
import org.relais.keycloak.school.SchoolComponent;

/** What the factories of our components share: they have no behaviour and no state. */
public interface SchoolComponentFactory
        extends ComponentFactory<SchoolComponent, SchoolComponent>, StatelessProviderFactory<SchoolComponent> {

    @Override
    default SchoolComponent create(KeycloakSession session, ComponentModel model) {
        return new SchoolComponent() {};
    }
}
