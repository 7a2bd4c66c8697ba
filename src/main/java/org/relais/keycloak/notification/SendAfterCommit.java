package org.relais.keycloak.notification;

import java.util.Optional;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;
import org.relais.keycloak.platform.AfterCommit;

/**
 * Sends a mail once the transaction that read for it is over: while the mail server takes its time, no row is locked and no
 * connection to the database is held.
 */
final class SendAfterCommit {

    private final Mail mail;
    private Exception failed = new IllegalStateException("rolled back");

    private SendAfterCommit(Mail mail) {
        this.mail = mail;
    }

    static SendAfterCommit enlist(KeycloakSession session, Mail mail) {
        SendAfterCommit sending = new SendAfterCommit(mail);
        AfterCommit.run(session, () -> sending.send(session));
        return sending;
    }

    /** Empty once the mail server has taken the mail. */
    Optional<MailFailure> failure() {
        return Optional.ofNullable(failed).map(MailFailure::new);
    }

    private void send(KeycloakSession session) {
        try {
            mail.send(session);
            failed = null;
        } catch (EmailException | RuntimeException e) {
            failed = e;
        }
    }
}
