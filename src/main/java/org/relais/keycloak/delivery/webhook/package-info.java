/**
 * An address as a target, which gets a signed event for each person (Standard Webhooks, CloudEvents).
 *
 * <p>Read {@link org.relais.keycloak.delivery.webhook.WebhookFactory} for the settings, then {@code WebhookTarget} and
 * {@code AccessEvent} for what is sent.
 *
 * <p>Only Keycloak calls it, through the factory. It never connects to an address that {@code AddressPolicy} forbids, whatever
 * a name server answers later, and it sends no personal data beyond the fields that the administrator chose.
 */
package org.relais.keycloak.delivery.webhook;
