package org.relais.keycloak.event;

import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;
import org.relais.keycloak.authority.Delegations;
import org.relais.keycloak.grant.Expiry;
import org.relais.keycloak.logout.SessionRevocationJob;
import org.relais.keycloak.notification.MailSenderTrigger;
import org.relais.keycloak.notification.Mails;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.school.importing.SchoolImportWorker;

/**
 * What every node does every minute; idempotent, and cheap when there is nothing to do. Keycloak's lock takes the name of
 * this class as its key and keeps two nodes from doing it at once.
 */
public final class RelaisHousekeeping implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(RelaisHousekeeping.class);

    private final Clock clock;

    public RelaisHousekeeping(Clock clock) {
        this.clock = clock;
    }

    /** One part that fails keeps no other from being done. */
    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        attempt("accesses whose days are over", () -> new Expiry(new RealmJobs(sessions, clock)).run());
        attempt(
                "delegations that are over",
                () -> KeycloakModelUtils.runJobInTransaction(sessions, own -> Delegations.forgetOver(own, clock)));
        attempt("imports of schools", () -> SchoolImportWorker.resume(new RealmJobs(sessions, clock)));
        attempt("realms", () -> lookAfterRealms(sessions));
        attempt("mails of long ago", () -> Mails.tidyUp(sessions, clock));
        attempt("mails", () -> MailSenderTrigger.ring(session, clock));
        attempt("sessions", () -> new SessionRevocationJob(sessions, clock).run());
    }

    private void lookAfterRealms(KeycloakSessionFactory sessions) {
        RealmHousekeeping upkeep = new RealmHousekeeping(sessions, clock);
        realms(sessions).forEach(realmId -> attempt("realm " + realmId, () -> upkeep.run(realmId)));
    }

    private static List<String> realms(KeycloakSessionFactory sessions) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions,
                session -> session.realms()
                        .getRealmsStream()
                        .map(RealmModel::getId)
                        .toList());
    }

    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "%s could not be looked after, it is tried again within a minute", what);
        }
    }
}
