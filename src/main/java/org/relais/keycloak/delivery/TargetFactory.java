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

    /** The setting that holds the address. The secrets of a target, its settings of that kind, go nowhere else. */
    String addressProperty();

    /** Refuses settings with which no target can work. It changes nothing. */
    void validate(ComponentModel model);

    /** Keycloak asks at every way to save: the realm's model is that of the database, where the component is as it was. */
    @Override
    default void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        validate(model);
        new TargetSecrets(this, model).bind(realm);
    }

    /**
     * A secret of a target, from the vault if it stands there.
     *
     * @throws TargetUnavailable if there is none, or it was given for another server
     */
    default String secret(KeycloakSession session, ComponentModel model, String property) {
        return new TargetSecrets(this, model).read(session, property);
    }

    @Override
    default void preRemove(KeycloakSession session, RealmModel realm, ComponentModel model) {
        Deliveries.targetRemoved(session, model.getId());
    }
}
