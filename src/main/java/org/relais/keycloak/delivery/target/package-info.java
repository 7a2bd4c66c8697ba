/**
 * The vocabulary of the target SPI: what a target is given ({@code DesiredState}, {@code ExpectedMembers}, {@code Deadline}) and
 * what it answers ({@code Outcome}, {@code Drift}, {@code TargetUnavailable}).
 *
 * <p>Read {@link org.relais.keycloak.delivery.target.DesiredState} first, then
 * {@link org.relais.keycloak.delivery.target.DeliveryError}. Every room of deliveries uses them.
 *
 * <p>No value here keeps a session or an entity: a target runs outside any transaction. A constant of {@code DeliveryError} is
 * never renamed, because the queue stores it.
 */
package org.relais.keycloak.delivery.target;
