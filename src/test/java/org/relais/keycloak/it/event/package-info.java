/** Keycloak's events and the housekeeping of every minute. */
package org.relais.keycloak.it.event;
