/**
 * Compares, each night, what applications hold with what they should hold, and requests deliveries where they differ.
 *
 * <p>Read {@link org.relais.keycloak.delivery.reconciliation.Reconciliations} first, then {@code ReconciliationStep}: a step
 * covers some schools, and the next one goes on after them, on any node.
 *
 * <p>{@code worker} runs the steps, {@code event} plans them, {@code rest} reports and requests them. It never repairs an
 * application itself, except that it removes members whom nobody knows; and it never believes an absence that the same call
 * does not prove by a known presence.
 */
package org.relais.keycloak.delivery.reconciliation;
