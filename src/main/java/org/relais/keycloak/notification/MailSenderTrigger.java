package org.relais.keycloak.notification;

import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.relais.keycloak.platform.AfterCommit;
import org.relais.keycloak.platform.CoalescingTask;
import org.relais.keycloak.platform.RealmJobs;

/** Starts this node's mail sender in a thread of its own, once at a time: nobody waits for it. */
public final class MailSenderTrigger {

    private final RealmJobs jobs;
    private final CoalescingTask task;

    public MailSenderTrigger(RealmJobs jobs) {
        this.jobs = jobs;
        this.task = new CoalescingTask("The sending of mails", this::execute, new MailSender(jobs)::run);
    }

    /** Mails may be due. */
    public void signal() {
        task.signal();
    }

    /** The same, once the session's transaction has been committed. */
    void signalAfter(KeycloakSession session) {
        AfterCommit.once(session, MailSenderTrigger.class.getName(), this::signal);
    }

    private void execute(Runnable work) {
        try (KeycloakSession session = jobs.sessions().create()) {
            session.getProvider(ExecutorsProvider.class)
                    .getExecutor("relais-mails")
                    .execute(work);
        }
    }
}
