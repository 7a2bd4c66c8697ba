package org.relais.keycloak.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.delivery.reconciliation.Reconciliations;
import org.relais.keycloak.directory.index.IndexWorker;
import org.relais.keycloak.directory.index.PeopleIndex;
import org.relais.keycloak.directory.index.UserChangeFeed;
import org.relais.keycloak.grant.GrantPosition;
import org.relais.keycloak.grant.OfficialMemberships;
import org.relais.keycloak.grant.OfficialRecordReconciliation;
import org.relais.keycloak.grant.PendingGrants;
import org.relais.keycloak.grant.PendingGrants.Awaited;
import org.relais.keycloak.grant.PrivilegedGroups;
import org.relais.keycloak.grant.Retention;
import org.relais.keycloak.notification.Reminders;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.school.Profiles;

/** What is brought up to date in a realm though no event told of it; each piece in a small transaction of its own. */
final class RealmHousekeeping {

    private static final Logger LOG = Logger.getLogger(RealmHousekeeping.class);
    private static final int PAGE = 100;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final KeycloakSessionFactory sessions;
    private final Clock clock;

    RealmHousekeeping(KeycloakSessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What is old goes even where there are no profiles any longer. */
    void run(String realmId) {
        if (inRealm(realmId, false, (session, realm) -> Profiles.areUsedIn(realm))) {
            lookAfter(realmId);
        }
        attempt(realmId, "what is old", id -> new Retention(new RealmJobs(sessions, clock)).run(id));
    }

    private void lookAfter(String realmId) {
        attempt(realmId, "privileged groups", this::closePrivilegedGroups);
        attempt(realmId, "people of whom an event told", new UserChangeHandler(sessions, clock)::catchUp);
        attempt(realmId, "official memberships of new people", this::followNewPeople);
        attempt(realmId, "comparisons of applications", this::planComparisons);
        attempt(realmId, "grants that wait for an account", this::activatePending);
        attempt(realmId, "official memberships", this::sweep);
        attempt(realmId, "reminders", id -> new Reminders(sessions, clock).run(id));
        attempt(realmId, "people who are new", this::indexNewPeople);
        attempt(realmId, "the index of people", this::compareIndex);
    }

    private void closePrivilegedGroups(String realmId) {
        inRealm(realmId, null, (session, realm) -> {
            new PrivilegedGroups(new RealmContext(session, realm, clock)).close();
            return null;
        });
    }

    private void followNewPeople(String realmId) {
        new UserChangeFeed(new RealmJobs(sessions, clock))
                .pass(
                        realmId,
                        "record",
                        LONGEST,
                        (context, people) -> new OfficialMemberships(context)
                                .align(people, false));
    }

    /** A directory synchronisation tells nobody of the accounts it brings: the few grants that wait are asked, not they. */
    private void activatePending(String realmId) {
        GrantPosition after = GrantPosition.FIRST;
        List<Awaited> page = awaited(realmId, after);
        while (!page.isEmpty()) {
            page.stream()
                    .flatMap(awaited -> awaited.account().stream())
                    .distinct()
                    .forEach(userId -> attempt(realmId, "a grant that waits", id -> activatePending(id, userId)));
            after = GrantPosition.of(page.get(page.size() - 1).grant());
            page = awaited(realmId, after);
        }
    }

    private List<Awaited> awaited(String realmId, GrantPosition after) {
        return inRealm(
                realmId,
                List.of(),
                (session, realm) -> new PendingGrants(new RealmContext(session, realm, clock)).awaited(after, PAGE));
    }

    private void activatePending(String realmId, String userId) {
        inRealm(realmId, null, (session, realm) -> {
            UserModel person = session.users().getUserById(realm, userId);
            if (person != null) {
                new PendingGrants(new RealmContext(session, realm, clock)).activateFor(person);
            }
            return null;
        });
    }

    private void planComparisons(String realmId) {
        inRealm(realmId, null, (session, realm) -> {
            new Reconciliations(session, realm, clock).plan();
            return null;
        });
    }

    private void sweep(String realmId) {
        Instant stop = clock.instant().plus(LONGEST);
        boolean more = true;
        while (more && clock.instant().isBefore(stop)) {
            more = inRealm(
                    realmId,
                    false,
                    (session, realm) ->
                            new OfficialRecordReconciliation(new RealmContext(session, realm, clock)).step());
        }
    }

    private void indexNewPeople(String realmId) {
        new UserChangeFeed(new RealmJobs(sessions, clock))
                .pass(realmId, "directory", LONGEST, (context, people) -> new PeopleIndex(context).refresh(people));
    }

    private void compareIndex(String realmId) {
        new IndexWorker(new RealmJobs(sessions, clock)).run(realmId, LONGEST);
    }

    private void attempt(String realmId, String what, Consumer<String> work) {
        try {
            work.accept(realmId);
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "%s of realm %s could not be brought up to date, it is tried again", what, realmId);
        }
    }

    private <T> T inRealm(String realmId, T otherwise, BiFunction<KeycloakSession, RealmModel, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm == null) {
                return otherwise;
            }
            session.getContext().setRealm(realm);
            return work.apply(session, realm);
        });
    }
}
