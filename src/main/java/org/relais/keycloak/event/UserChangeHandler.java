package org.relais.keycloak.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.delivery.Deliveries;
import org.relais.keycloak.directory.index.PeopleIndex;
import org.relais.keycloak.grant.OfficialMemberships;
import org.relais.keycloak.grant.PendingGrants;
import org.relais.keycloak.grant.Regularisation;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.RealmJobs;

/**
 * Updates what depends on an account when somebody signs in, is new or has been edited: the search index, official
 * memberships, pending grants, deliveries. It does so after the commit, so that no request waits for it or fails with it. An
 * edit is noted in its own transaction: should the server stop in between, the next housekeeping handles it.
 */
final class UserChangeHandler {

    private static final int PAGE = 100;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    /** Long enough for the request that noted the edit to have handled it. */
    private static final Duration GRACE_PERIOD = Duration.ofMinutes(1);
    /** After a day the edit is dropped; the reconciliation of the index visits every account anyway. */
    private static final Duration GIVEN_UP = Duration.ofDays(1);

    private final RealmJobs jobs;

    UserChangeHandler(RealmJobs jobs) {
        this.jobs = jobs;
    }

    /** Notes an edit in its own transaction; returns the id that {@link #edited} expects. */
    String note(KeycloakSession session, RealmReference realm, String userId) {
        PendingUserUpdateEntity update = new PendingUserUpdateEntity();
        update.id = KeycloakModelUtils.generateId();
        update.realmId = realm.id();
        update.userId = userId;
        update.at = jobs.clock().millis();
        new PendingUserUpdateStore(session).add(update);
        return update.id;
    }

    /** @param first what else to do in the transaction of the memberships, before them */
    void signedIn(RealmReference realm, String userId, Consumer<KeycloakSession> first) {
        index(realm, userId);
        memberships(realm, userId, (context, person) -> first.accept(context.session()), (context, person) -> {});
    }

    /** Activates what waits for an account that an administrator has just made, whose name nobody else has chosen. */
    void created(RealmReference realm, String userId) {
        attempt(realm, userId, "The update of official memberships and pending grants", (context, person) -> {
            new OfficialMemberships(context).align(person);
            new PendingGrants(context).activateForNew(person);
        });
    }

    /** Handles an edit and, if nothing failed, forgets its note. */
    void edited(String noteId, RealmReference realm, String userId, Consumer<KeycloakSession> first) {
        boolean indexed = index(realm, userId);
        boolean followed = memberships(
                realm,
                userId,
                (context, person) -> first.accept(context.session()),
                (context, person) -> new Deliveries(context).edited(person));
        if (indexed && followed) {
            forget(noteId);
        }
    }

    /** Handles the edits that a stop of the server or a failure has left; after 20 s the rest waits for the next run. */
    void catchUp(RealmReference realm) {
        Instant stop = now().plus(LONGEST);
        PendingUserUpdateEntity last = null;
        List<PendingUserUpdateEntity> page = pending(realm, last);
        while (!page.isEmpty() && now().isBefore(stop)) {
            page.forEach(update -> retry(realm, update));
            last = page.get(page.size() - 1);
            page = pending(realm, last);
        }
    }

    static void realmRemoved(KeycloakSession session, String realmId) {
        new PendingUserUpdateStore(session).removeRealm(realmId);
    }

    private void retry(RealmReference realm, PendingUserUpdateEntity update) {
        edited(update.id, realm, update.userId, session -> {});
        if (update.at < now().minus(GIVEN_UP).toEpochMilli()) {
            forget(update.id);
        }
    }

    private boolean index(RealmReference realm, String userId) {
        return attempt(
                realm,
                userId,
                "The update of the search index",
                (context, person) -> new PeopleIndex(context).refresh(person));
    }

    /** Official memberships come before pending grants: a person who is a member by them needs no grant. */
    private boolean memberships(
            RealmReference realm,
            String userId,
            BiConsumer<RealmContext, UserModel> before,
            BiConsumer<RealmContext, UserModel> after) {
        return attempt(realm, userId, "The update of official memberships and pending grants", (context, person) -> {
            before.accept(context, person);
            new OfficialMemberships(context).align(person);
            new Regularisation(context).reachedByDirectory(person);
            new PendingGrants(context).activateFor(person);
            after.accept(context, person);
        });
    }

    private List<PendingUserUpdateEntity> pending(RealmReference realm, PendingUserUpdateEntity last) {
        long moment = now().minus(GRACE_PERIOD).toEpochMilli();
        return jobs.inTransaction(
                session -> new PendingUserUpdateStore(session).before(realm.id(), last, moment, PAGE));
    }

    private void forget(String noteId) {
        jobs.inTransaction(session -> new PendingUserUpdateStore(session).remove(noteId));
    }

    /** Works in a transaction of its own if the person still exists; a failure is logged and goes no further. */
    private boolean attempt(
            RealmReference realm, String userId, String what, BiConsumer<RealmContext, UserModel> work) {
        try {
            jobs.run(realm.id(), context -> {
                UserModel person = context.session().users().getUserById(context.realm(), userId);
                if (person != null) {
                    work.accept(context, person);
                }
            });
            return true;
        } catch (RuntimeException failed) {
            EventLog.LOG.updateOfPersonFailed(failed, what, realm.name());
            return false;
        }
    }

    private Instant now() {
        return jobs.clock().instant();
    }
}
