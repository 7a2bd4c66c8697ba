/**
 * Telling applications who has access: the queue of what has to be delivered, and what each application holds.
 *
 * <p>Read {@link org.relais.keycloak.delivery.Deliveries} first: it requests a delivery in the transaction of the change. Then
 * {@link org.relais.keycloak.delivery.Target}, which a connection to an application implements. The queue says "person P in
 * target T has to be synchronized", never "add P": running it again, in another order or late does no harm.
 *
 * <p>Rooms below {@code delivery} and {@code event}, {@code rest} call it. Nothing here calls an application: HTTP leaves only
 * after the commit, from {@code worker}. A row is never removed unless its revision is the one that was delivered.
 */
package org.relais.keycloak.delivery;
