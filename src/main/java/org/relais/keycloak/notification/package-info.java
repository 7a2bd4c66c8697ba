/**
 * Mails about access grants and delegations: who gets one, when it is due, what it says.
 *
 * <p>Read {@link org.relais.keycloak.notification.Notices} first: it notes, in the transaction of a change, who gets a mail.
 * {@link org.relais.keycloak.notification.MailSender} sends what is due, {@link org.relais.keycloak.notification.Reminders}
 * notes what ends soon.
 *
 * <p>{@code event} calls it, {@code rest} reads its queue. A notice holds ids only, never a name, an address or a text: they are
 * read when the mail is composed. No mail leaves within a transaction, and no address reaches the log.
 */
package org.relais.keycloak.notification;
