package org.relais.keycloak.event;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.UserModel;
import org.relais.keycloak.authority.RestingDelegations;
import org.relais.keycloak.delivery.reconciliation.Reconciliations;
import org.relais.keycloak.directory.index.IndexWorker;
import org.relais.keycloak.directory.index.PeopleIndex;
import org.relais.keycloak.directory.index.UserChangeFeed;
import org.relais.keycloak.grant.OfficialMemberships;
import org.relais.keycloak.grant.OfficialRecordReconciliation;
import org.relais.keycloak.grant.PendingGrants;
import org.relais.keycloak.grant.PendingPass;
import org.relais.keycloak.grant.PrivilegedGroups;
import org.relais.keycloak.grant.Retention;
import org.relais.keycloak.notification.Reminders;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.platform.TimeBox;
import org.relais.keycloak.school.Profiles;

/** Synchronizes in a realm what no event told of; each task in small transactions of its own. */
final class RealmHousekeeping {

    /** A minute looks at some hundred pending grants; the next one goes on. */
    private static final int PAGES_OF_PENDING = 5;

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final RealmJobs jobs;

    RealmHousekeeping(RealmJobs jobs) {
        this.jobs = jobs;
    }

    /** Old data is removed even where there are no profiles any longer. */
    void run(RealmReference realm) {
        attempt("Housekeeping", realm, () -> {
            if (jobs.call(realm.id(), context -> Profiles.areUsedIn(context.realm()))
                    .orElse(false)) {
                synchronize(realm);
            }
            attempt("The removal of old data", realm, () -> new Retention(jobs).run(realm.id()));
        });
    }

    private void synchronize(RealmReference realm) {
        attempt("The check of privileged groups", realm, () -> closePrivilegedGroups(realm));
        attempt("The check of delegations", realm, () -> tidyUpDelegations(realm));
        attempt("The update of edited people", realm, () -> new UserChangeHandler(jobs).catchUp(realm));
        attempt("The update of new people's official memberships", realm, () -> alignNewPeople(realm));
        attempt("The planning of reconciliations", realm, () -> planReconciliations(realm));
        attempt("The activation of pending grants", realm, () -> activatePending(realm));
        attempt("The reconciliation of official memberships", realm, () -> reconcileOfficialRecord(realm));
        attempt("The planning of reminders", realm, () -> new Reminders(jobs).run(realm.id()));
        attempt("The indexing of new people", realm, () -> indexNewPeople(realm));
        attempt("The reconciliation of the search index", realm, () -> reconcileIndex(realm));
    }

    private void closePrivilegedGroups(RealmReference realm) {
        jobs.run(realm.id(), context -> new PrivilegedGroups(context).close());
    }

    private void tidyUpDelegations(RealmReference realm) {
        jobs.run(realm.id(), context -> new RestingDelegations(context).tidyUp());
    }

    /** The watermark does not wait for a pending grant that cannot be activated: the pass over them comes back to it. */
    private void alignNewPeople(RealmReference realm) {
        Set<String> awaited = new LinkedHashSet<>();
        try {
            feed().pass(realm.id(), "record", LONGEST, (context, people) -> {
                new OfficialMemberships(context).align(people, false);
                awaited.addAll(new PendingPass(context).awaitedAmong(people));
            });
        } finally {
            activateEach(realm, awaited);
        }
    }

    private void activatePending(RealmReference realm) {
        TimeBox box = TimeBox.of(jobs.clock(), LONGEST);
        boolean last = false;
        for (int page = 0; page < PAGES_OF_PENDING && !last && !box.isOver(); page++) {
            Optional<PendingPass.Page> found = jobs.call(realm.id(), context -> new PendingPass(context).next());
            found.ifPresent(some -> activateEach(realm, some.accounts()));
            last = found.map(PendingPass.Page::last).orElse(true);
        }
    }

    private void activateEach(RealmReference realm, Set<String> userIds) {
        userIds.forEach(
                userId -> attempt("The activation of a pending grant", realm, () -> activatePending(realm, userId)));
    }

    private void activatePending(RealmReference realm, String userId) {
        jobs.run(realm.id(), context -> {
            UserModel person = context.session().users().getUserById(context.realm(), userId);
            if (person != null) {
                new PendingGrants(context).activateFor(person);
            }
        });
    }

    private void planReconciliations(RealmReference realm) {
        jobs.run(realm.id(), context -> new Reconciliations(context).plan());
    }

    private void reconcileOfficialRecord(RealmReference realm) {
        Instant stop = jobs.clock().instant().plus(LONGEST);
        boolean more = true;
        while (more && jobs.clock().instant().isBefore(stop)) {
            more = jobs.call(realm.id(), context -> new OfficialRecordReconciliation(context).step())
                    .orElse(false);
        }
    }

    private void indexNewPeople(RealmReference realm) {
        feed().pass(realm.id(), "directory", LONGEST, (context, people) -> new PeopleIndex(context).refresh(people));
    }

    private void reconcileIndex(RealmReference realm) {
        new IndexWorker(jobs).run(realm.id(), LONGEST);
    }

    private UserChangeFeed feed() {
        return new UserChangeFeed(jobs);
    }

    private static void attempt(String task, RealmReference realm, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            EventLog.LOG.housekeepingOfRealmFailed(failed, task, realm.name());
        }
    }
}
