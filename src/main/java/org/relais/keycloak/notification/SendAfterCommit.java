package org.relais.keycloak.notification;

import java.util.Optional;
import org.keycloak.email.EmailException;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/**
 * Sends a letter once the transaction that read for it is over: while the mail server is spoken to, no row is locked and no
 * connection to the database is held.
 */
final class SendAfterCommit extends AbstractKeycloakTransaction {

    private final KeycloakSession session;
    private final Mail letter;
    private boolean sent;
    private Exception failed;

    SendAfterCommit(KeycloakSession session, Mail letter) {
        this.session = session;
        this.letter = letter;
    }

    boolean isSent() {
        return sent;
    }

    Optional<MailFailure> failure() {
        return Optional.ofNullable(failed).map(MailFailure::new);
    }

    @Override
    protected void commitImpl() {
        try {
            letter.send(session);
            sent = true;
        } catch (EmailException | RuntimeException e) {
            failed = e;
        }
    }

    @Override
    protected void rollbackImpl() {
        failed = new IllegalStateException("rolled back");
    }
}
