package org.relais.keycloak.event;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.ScheduledTask;
import org.relais.keycloak.authority.Delegations;
import org.relais.keycloak.grant.Expiry;
import org.relais.keycloak.logout.SessionRevocationJob;
import org.relais.keycloak.notification.MailSenderTrigger;
import org.relais.keycloak.notification.Mails;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.school.importing.SchoolImportWorker;

/**
 * The housekeeping of every minute; idempotent, and cheap when there is nothing to do. Keycloak's cluster lock takes the name
 * of this class as its key and keeps two nodes from running it at once.
 */
public final class RelaisHousekeeping implements ScheduledTask {

    private final Clock clock;
    private final MailSenderTrigger mails;

    public RelaisHousekeeping(Clock clock, MailSenderTrigger mails) {
        this.clock = clock;
        this.mails = mails;
    }

    /** A task that fails does not keep the others from running. */
    @Override
    public void run(KeycloakSession session) {
        RealmJobs jobs = RealmJobs.of(session, clock);
        attempt("The end of expired grants", () -> new Expiry(jobs).run());
        attempt(
                "The removal of expired delegations",
                () -> inTransaction(jobs, own -> Delegations.forgetOver(own, clock)));
        attempt("The import of schools", () -> SchoolImportWorker.resume(jobs));
        attempt("The list of realms", () -> realms(jobs).forEach(new RealmHousekeeping(jobs)::run));
        attempt("The removal of old mails", () -> Mails.tidyUp(jobs));
        attempt("The start of the mail sender", mails::signal);
        attempt("The revocation of sessions", () -> new SessionRevocationJob(jobs).run());
    }

    private static List<RealmReference> realms(RealmJobs jobs) {
        return jobs.inTransaction(session ->
                session.realms().getRealmsStream().map(RealmReference::of).toList());
    }

    private static void inTransaction(RealmJobs jobs, Consumer<KeycloakSession> work) {
        jobs.inTransaction(session -> {
            work.accept(session);
            return true;
        });
    }

    private static void attempt(String task, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            EventLog.LOG.housekeepingFailed(failed, task);
        }
    }
}
