package org.relais.keycloak.logout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.platform.RetryPolicy;

/**
 * Carries out the revocations that are noted, each in a transaction of its own, then sends the back-channel logouts. Any number
 * of nodes may do so at once: each row is taken by one of them. After a crash the next run goes on.
 */
public final class SessionRevocationJob {

    private static final int BATCH = 100;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** Tokens and gate do not depend on the end of a session: it is not tried for ever. */
    private static final RetryPolicy RETRY = RetryPolicy.every(Duration.ofMinutes(1), 10);

    private final RealmJobs jobs;
    private final Clock clock;
    private final AtomicBoolean requested = new AtomicBoolean();

    public SessionRevocationJob(RealmJobs jobs) {
        this.jobs = jobs;
        this.clock = jobs.clock();
    }

    /**
     * Runs in another thread, soon; requested many times before it begins, it runs once. A run that waits for an application
     * that does not answer does not hold up the next one.
     */
    public void runSoon(KeycloakSession session) {
        if (requested.compareAndSet(false, true)) {
            session.getProvider(ExecutorsProvider.class)
                    .getExecutor("relais-sign-offs")
                    .submit(() -> {
                        requested.set(false);
                        run();
                    });
        }
    }

    /** Until nothing is left to do, or for 20 s: the next run goes on. */
    public void run() {
        Instant stop = clock.instant().plus(LONGEST);
        try {
            List<String> batch = due();
            while (!batch.isEmpty() && clock.instant().isBefore(stop)) {
                batch.forEach(this::carryOut);
                batch = due();
            }
            new BackchannelLogouts(jobs).send(stop);
        } catch (RuntimeException failed) {
            LogoutLog.LOG.runFailed(failed);
        }
    }

    private List<String> due() {
        return jobs.inTransaction(session -> store(session).dueRevocations(clock.millis(), BATCH));
    }

    /** One that fails does not hold up the others. */
    private void carryOut(String id) {
        try {
            jobs.inTransaction(session -> {
                store(session)
                        .take(id)
                        .ifPresent(revocation -> jobs.enter(session, revocation.realmId)
                                .ifPresent(context -> new SessionTermination(context).carryOut(revocation)));
                return null;
            });
        } catch (RuntimeException failed) {
            Duration wait = RETRY.waitAfter(1);
            long next = clock.instant().plus(wait).toEpochMilli();
            String realm = jobs.inTransaction(session -> {
                String name = realmOf(session, id);
                store(session).revocationFailed(id, next, RETRY.attempts());
                return name;
            });
            LogoutLog.LOG.revocationFailed(failed, id, realm, wait.toSeconds(), RETRY.attempts());
        }
    }

    private static String realmOf(KeycloakSession session, String id) {
        return store(session)
                .realmId(id)
                .map(session.realms()::getRealm)
                .map(RealmModel::getName)
                .orElse("unknown");
    }

    private static SessionRevocationStore store(KeycloakSession session) {
        return new SessionRevocationStore(EntityManagers.of(session));
    }
}
