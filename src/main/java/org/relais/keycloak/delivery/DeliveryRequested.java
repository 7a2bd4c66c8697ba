package org.relais.keycloak.delivery;

import org.keycloak.provider.ProviderEvent;

/**
 * Published on the session factory once something to be delivered has been committed.
 *
 * @param hurried id of a target that is to be tried even if it did not answer before; null for none
 */
public record DeliveryRequested(String hurried) implements ProviderEvent {}
