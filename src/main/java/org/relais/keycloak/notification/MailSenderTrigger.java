package org.relais.keycloak.notification;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Calls this node's postman, who works in a thread of his own: nobody waits for him, and he is called once at a time. */
public final class MailSenderTrigger {

    private static final Logger LOG = Logger.getLogger(MailSenderTrigger.class);
    private static final String RUNG = MailSenderTrigger.class.getName();
    private static final AtomicInteger CALLS = new AtomicInteger();

    private MailSenderTrigger() {}

    /** Calls him now. */
    public static void ring(KeycloakSession session, Clock clock) {
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        if (CALLS.getAndIncrement() == 0) {
            session.getProvider(ExecutorsProvider.class)
                    .getExecutor("relais-mails")
                    .execute(() -> answer(new MailSender(sessions, clock)));
        }
    }

    /** Calls him once the session's transaction has been committed. */
    static void ringAfter(KeycloakSession session, Clock clock) {
        if (session.getAttribute(RUNG) == null) {
            session.setAttribute(RUNG, Boolean.TRUE);
            session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
                @Override
                protected void commitImpl() {
                    ring(session, clock);
                }

                @Override
                protected void rollbackImpl() {}
            });
        }
    }

    /** Whoever rings while he works makes him look again. */
    private static void answer(MailSender mailSender) {
        int answered;
        do {
            answered = CALLS.get();
            try {
                mailSender.run();
            } catch (RuntimeException | Error failed) {
                LOG.warn("mails could not be sent, it is tried again", failed);
            }
        } while (!CALLS.compareAndSet(answered, 0));
    }
}
