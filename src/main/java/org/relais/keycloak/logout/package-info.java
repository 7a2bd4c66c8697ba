/**
 * Sessions that end with an access: those at applications that nothing opens to the person any more.
 *
 * <p>Read {@link org.relais.keycloak.logout.SessionRevocation} first: it notes the end of a membership in its transaction.
 * {@link org.relais.keycloak.logout.SessionRevocationJob} ends the sessions after the commit and sends the back-channel logouts.
 *
 * <p>{@code event} calls it. It decides about nobody: {@code access} says what is open. It never ends a session at another
 * application, nor the sign-in that is under way, and no transaction is open while an application is called.
 */
package org.relais.keycloak.logout;
