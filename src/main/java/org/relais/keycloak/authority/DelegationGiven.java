package org.relais.keycloak.authority;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.relais.keycloak.platform.RealmContext;

/** The management of a group has been delegated; published on the session factory in the transaction of the act. */
public record DelegationGiven(RealmContext context, Delegation delegation) implements ProviderEvent {

    public KeycloakSession session() {
        return context.session();
    }

    public RealmModel realm() {
        return context.realm();
    }
}
