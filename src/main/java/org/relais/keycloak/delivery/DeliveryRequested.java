package org.relais.keycloak.delivery;

import org.keycloak.provider.ProviderEvent;

/**
 * Deliveries were requested and committed. It is published on the session factory.
 *
 * @param retriedTargetId of a target to be tried even though its circuit breaker is open; null for none
 */
public record DeliveryRequested(String retriedTargetId) implements ProviderEvent {}
