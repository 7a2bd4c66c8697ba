package org.relais.keycloak.delivery;

import org.keycloak.component.ComponentFactory;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.relais.keycloak.delivery.target.TargetUnavailable;
import org.relais.keycloak.platform.StatelessProviderFactory;
import org.relais.keycloak.school.component.ConfigProperties;

/**
 * What the factories of every kind of target share. One that cannot make a target as it is configured throws
 * {@link TargetUnavailable}: people then wait as for an application that does not answer.
 */
public interface TargetFactory extends ComponentFactory<Target, Target>, StatelessProviderFactory<Target> {

    /** Which applications a target feeds; a setting of every target. */
    String CLIENTS = "clients";

    static ProviderConfigProperty clients() {
        ProviderConfigProperty clients = ConfigProperties.texts(CLIENTS);
        clients.setLabel("relais-property-fedClients");
        clients.setHelpText("relais-property-fedClients-help");
        return clients;
    }

    @Override
    default void preRemove(KeycloakSession session, RealmModel realm, ComponentModel model) {
        Deliveries.targetRemoved(session, model.getId());
    }
}
