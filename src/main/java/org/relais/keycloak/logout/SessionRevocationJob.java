package org.relais.keycloak.logout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.platform.RetryPolicy;

/**
 * Carries out the sign-offs that are noted, each in a transaction of its own, and tells the applications. Any number of
 * nodes may do so at once: each row is taken by one of them. After a crash the next round goes on.
 */
public final class SessionRevocationJob {

    private static final Logger LOG = Logger.getLogger(SessionRevocationJob.class);
    private static final int BATCH = 100;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final RetryPolicy RETRY = RetryPolicy.every(Duration.ofMinutes(1), 10);

    private final KeycloakSessionFactory sessions;
    private final Clock clock;
    private final AtomicBoolean asked = new AtomicBoolean();

    public SessionRevocationJob(KeycloakSessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** In another thread, soon; asked for many times before it begins, it is done once. */
    public void runSoon(KeycloakSession session) {
        if (asked.compareAndSet(false, true)) {
            session.getProvider(ExecutorsProvider.class)
                    .getExecutor("relais-sign-offs")
                    .submit(() -> {
                        asked.set(false);
                        run();
                    });
        }
    }

    /** Until nothing is left to do, or for 20 s: the rest is for the next round. */
    public void run() {
        Instant stop = clock.instant().plus(LONGEST);
        try {
            List<String> batch = sessionRevocation();
            while (!batch.isEmpty() && clock.instant().isBefore(stop)) {
                batch.forEach(this::carryOut);
                batch = sessionRevocation();
            }
            new BackchannelLogouts(sessions, clock).send(stop);
        } catch (RuntimeException failed) {
            LOG.warn("sessions of people whose access is over could not be ended, it is tried again", failed);
        }
    }

    private List<String> sessionRevocation() {
        return inTransaction(session -> SessionRevocation.store(session).dueSignOffs(clock.millis(), BATCH));
    }

    /** One that fails lets all others pass and is tried again, but not for ever: tokens and gate do not depend on it. */
    private void carryOut(String id) {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    sessions,
                    session -> SessionRevocation.take(session, id).ifPresent(signOff -> {
                        RealmModel realm = session.realms().getRealm(signOff.realmId);
                        if (realm != null) {
                            session.getContext().setRealm(realm);
                            new SessionRevocation(session, realm, clock).carryOut(signOff);
                        }
                    }));
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "sessions could not be ended after the end of a membership (%s)", id);
            long next = clock.instant().plus(RETRY.waitAfter(1)).toEpochMilli();
            KeycloakModelUtils.runJobInTransaction(
                    sessions, session -> SessionRevocation.store(session).signOffFailed(id, next, RETRY.attempts()));
        }
    }

    private <T> T inTransaction(Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, work::apply);
    }
}
