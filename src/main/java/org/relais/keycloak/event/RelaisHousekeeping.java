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
import org.relais.keycloak.grant.PrivilegedGroups;
import org.relais.keycloak.grant.Retention;
import org.relais.keycloak.notice.Bell;
import org.relais.keycloak.notice.Mails;
import org.relais.keycloak.notice.Reminders;
import org.relais.keycloak.school.Profiles;

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

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        new Expiry(sessions, clock).run();
        KeycloakModelUtils.runJobInTransaction(sessions, own -> Delegations.forgetOver(own, clock));
        realmsInUse(sessions).forEach(realmId -> {
            attempt("privileged groups", realmId, () -> closePrivilegedGroups(sessions, realmId));
            attempt("reminders", realmId, () -> new Reminders(sessions, clock).run(realmId));
            attempt("retention", realmId, () -> new Retention(sessions, clock).run(realmId));
        });
        Mails.tidyUp(sessions, clock);
        Bell.ring(session, clock);
    }

    private static List<String> realmsInUse(KeycloakSessionFactory sessions) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions,
                session -> session.realms()
                        .getRealmsStream()
                        .filter(realm -> !Profiles.of(session, realm).all().isEmpty())
                        .map(RealmModel::getId)
                        .toList());
    }

    private void closePrivilegedGroups(KeycloakSessionFactory sessions, String realmId) {
        KeycloakModelUtils.runJobInTransaction(sessions, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm != null) {
                session.getContext().setRealm(realm);
                new PrivilegedGroups(session, realm, clock).close();
            }
        });
    }

    /** One realm, or one task, that fails holds up no other. */
    private static void attempt(String what, String realmId, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "%s of realm %s could not be seen to, it is tried again", what, realmId);
        }
    }
}
