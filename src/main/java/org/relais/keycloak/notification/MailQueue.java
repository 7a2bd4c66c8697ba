package org.relais.keycloak.notification;

import java.time.Instant;

/**
 * How the mails of a realm stand.
 *
 * @param server  whether the realm has a mail server
 * @param since   when the oldest of those that wait was due first; null if none waits
 * @param error   why that one could not be sent yet; null if it has not failed
 * @param givenUp how many were given up in the last thirty days
 */
public record MailQueue(boolean server, long waiting, Instant since, String error, long givenUp) {}
