package org.relais.keycloak.authority;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/** The management of a group has been delegated; published on the session factory in the transaction of the act. */
public record DelegationGiven(KeycloakSession session, RealmModel realm, Delegation delegation)
        implements ProviderEvent {}
