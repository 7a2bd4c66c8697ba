package org.relais.keycloak.event;

import java.time.Clock;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;
import org.relais.keycloak.authority.Delegations;
import org.relais.keycloak.claim.SignOffRound;
import org.relais.keycloak.grant.Expiry;
import org.relais.keycloak.notice.Bell;
import org.relais.keycloak.notice.Mails;
import org.relais.keycloak.school.Profiles;
import org.relais.keycloak.school.SchoolImportWorker;

/**
 * What every node does every minute; idempotent, and cheap when there is nothing to do. Keycloak's lock takes the name of
 * this class as its key and keeps two nodes from doing it at once.
 */
public final class RelaisHousekeeping implements ScheduledTask {

    private final Clock clock;

    public RelaisHousekeeping(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        new Expiry(sessions, clock).run();
        KeycloakModelUtils.runJobInTransaction(sessions, own -> Delegations.forgetOver(own, clock));
        KeycloakModelUtils.runJobInTransaction(sessions, own -> SchoolImportWorker.resume(own, clock));
        RealmUpkeep upkeep = new RealmUpkeep(sessions, clock);
        realmsInUse(sessions).forEach(upkeep::run);
        new SignOffRound(sessions, clock).run();
        Mails.tidyUp(sessions, clock);
        Bell.ring(session, clock);
    }

    private static List<String> realmsInUse(KeycloakSessionFactory sessions) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions,
                session -> session.realms()
                        .getRealmsStream()
                        .filter(realm -> !Profiles.of(realm).all().isEmpty())
                        .map(RealmModel::getId)
                        .toList());
    }
}
