/**
 * Keycloak's events and the housekeeping of every minute, translated into calls on the other rooms.
 *
 * <p>Read {@link org.relais.keycloak.event.RelaisEventListenerFactory} first: it registers everything.
 * {@code *Events} handle model events in the transaction of the change, {@link org.relais.keycloak.event.UserChangeHandler}
 * works after the commit of a sign-in or an edit, {@link org.relais.keycloak.event.RelaisHousekeeping} repeats every minute
 * whatever may have been missed.
 *
 * <p>Only Keycloak calls this room.
 *
 * <p>Never put a rule here: it belongs to the room that it is about. Never let what follows a request make the request fail.
 * Never rely on an event alone: imports and directories announce nobody. Never rename {@code RelaisHousekeeping}, whose name
 * is the key of the cluster's lock.
 */
package org.relais.keycloak.event;
