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
        realmsInUse(sessions).forEach(realmId -> closePrivilegedGroups(sessions, realmId));
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
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> {
                RealmModel realm = session.realms().getRealm(realmId);
                if (realm != null) {
                    session.getContext().setRealm(realm);
                    new PrivilegedGroups(session, realm, clock).close();
                }
            });
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "privileged groups of realm %s could not be checked, it is tried again", realmId);
        }
    }
}
