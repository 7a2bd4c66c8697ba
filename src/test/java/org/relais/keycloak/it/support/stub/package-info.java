/**
 * Servers that stand in for those of an academy.
 *
 * <ul>
 *   <li>{@link MailServer}: keeps the mails it is sent
 *   <li>{@link Mail}: a mail as it arrived
 *   <li>{@link RejectingMailServer}: does not take the mails to one address
 *   <li>{@link UnresponsiveServer}: takes connections and never answers
 *   <li>{@link LogoutListener}: an application that hears of back-channel logouts
 *   <li>{@link CibaDevice}: the device at which somebody confirms a sign-in
 *   <li>{@link LdapDirectory}: the directory of an academy
 * </ul>
 */
package org.relais.keycloak.it.support.stub;
