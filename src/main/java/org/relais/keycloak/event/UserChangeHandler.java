package org.relais.keycloak.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.delivery.Deliveries;
import org.relais.keycloak.directory.index.PeopleIndex;
import org.relais.keycloak.grant.OfficialMemberships;
import org.relais.keycloak.grant.PendingGrants;
import org.relais.keycloak.grant.Regularisation;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.Profiles;

/**
 * What follows when somebody signs in, is new or has been edited: the index of people, official memberships, grants that
 * wait, deliveries. It is done after the commit, so that nobody waits for it or fails with it. An edit is noted in its own
 * transaction: should the server stop in between, the next housekeeping does it.
 */
final class UserChangeHandler {

    private static final Logger LOG = Logger.getLogger(UserChangeHandler.class);
    private static final int PAGE = 100;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    /** Long enough for whoever noted it to be done with it. */
    private static final Duration LEFT_BEHIND = Duration.ofMinutes(1);
    /** It is not for ever that something is tried again; the comparison of the index goes through everybody. */
    private static final Duration GIVEN_UP = Duration.ofDays(1);

    private final KeycloakSessionFactory sessions;
    private final Clock clock;

    UserChangeHandler(KeycloakSessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Nothing follows in a realm without profiles. Once it has some, the comparison of the index goes through everybody. */
    boolean concerns(KeycloakSession session, String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        return realm != null && Profiles.areUsedIn(realm);
    }

    /** In the transaction of the edit; returns what {@link #edited} is told. */
    String note(KeycloakSession session, String realmId, String userId) {
        PendingUserUpdateEntity edited = new PendingUserUpdateEntity();
        edited.id = KeycloakModelUtils.generateId();
        edited.realmId = realmId;
        edited.userId = userId;
        edited.at = clock.millis();
        new PendingUserUpdateStore(session).add(edited);
        return edited.id;
    }

    /** @param first what else is to be done in the transaction of the memberships, before them */
    void signedIn(String realmId, String userId, Consumer<KeycloakSession> first) {
        index(realmId, userId);
        attempt(realmId, userId, "official memberships and pending grants", (session, person) -> {
            first.accept(session);
            memberships(session, person);
        });
    }

    /** Does what follows from an edit and, where nothing failed, forgets its note. */
    void edited(String noteId, String realmId, String userId, Consumer<KeycloakSession> first) {
        boolean indexed = index(realmId, userId);
        boolean followed = attempt(realmId, userId, "official memberships and pending grants", (session, person) -> {
            first.accept(session);
            memberships(session, person);
            new Deliveries(session, session.getContext().getRealm(), clock).edited(person);
        });
        if (indexed && followed) {
            forget(noteId);
        }
    }

    /** What a stop of the server, or a failure, has left behind; whatever takes longer than 20 s is for the next time. */
    void catchUp(String realmId) {
        Instant stop = clock.instant().plus(LONGEST);
        PendingUserUpdateEntity last = null;
        List<PendingUserUpdateEntity> page = leftBehind(realmId, last);
        while (!page.isEmpty() && clock.instant().isBefore(stop)) {
            page.forEach(this::again);
            last = page.get(page.size() - 1);
            page = leftBehind(realmId, last);
        }
    }

    private void again(PendingUserUpdateEntity edited) {
        edited(edited.id, edited.realmId, edited.userId, session -> {});
        if (edited.at < clock.instant().minus(GIVEN_UP).toEpochMilli()) {
            forget(edited.id);
        }
    }

    static void realmRemoved(KeycloakSession session, String realmId) {
        new PendingUserUpdateStore(session).removeRealm(realmId);
    }

    private boolean index(String realmId, String userId) {
        return attempt(
                realmId,
                userId,
                "the index of people",
                (session, person) -> new PeopleIndex(
                                new RealmContext(session, session.getContext().getRealm(), clock))
                        .refresh(person));
    }

    /** Official memberships before grants that wait: whoever is a member by them needs none. */
    private void memberships(KeycloakSession session, UserModel person) {
        RealmModel realm = session.getContext().getRealm();
        new OfficialMemberships(new RealmContext(session, realm, clock)).align(person);
        new Regularisation(new RealmContext(session, realm, clock)).reachedByDirectory(person);
        new PendingGrants(new RealmContext(session, realm, clock)).activateFor(person);
    }

    private List<PendingUserUpdateEntity> leftBehind(String realmId, PendingUserUpdateEntity last) {
        long moment = clock.instant().minus(LEFT_BEHIND).toEpochMilli();
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> new PendingUserUpdateStore(session).before(realmId, last, moment, PAGE));
    }

    private void forget(String noteId) {
        KeycloakModelUtils.runJobInTransaction(sessions, session -> new PendingUserUpdateStore(session).remove(noteId));
    }

    /** In a transaction of its own, if the person is still there; a failure is logged, no more. */
    private boolean attempt(String realmId, String userId, String what, BiConsumer<KeycloakSession, UserModel> work) {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> {
                RealmModel realm = session.realms().getRealm(realmId);
                session.getContext().setRealm(realm);
                UserModel person = realm == null ? null : session.users().getUserById(realm, userId);
                if (person != null) {
                    work.accept(session, person);
                }
            });
            return true;
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "%s could not be brought up to date after a request", what);
            return false;
        }
    }
}
