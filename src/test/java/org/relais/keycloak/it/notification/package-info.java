/** The mails: to whom, when, in which words, and what happens when the mail server fails. */
package org.relais.keycloak.it.notification;
