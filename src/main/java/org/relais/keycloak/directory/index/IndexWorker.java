package org.relais.keycloak.directory.index;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Goes on with the comparison of a realm's index, page by page; several nodes at once share the pages. */
public final class IndexWorker {

    private static final Logger LOG = Logger.getLogger(IndexWorker.class);
    private static final String EXECUTOR = "relais-directory";

    private final KeycloakSessionFactory sessions;
    private final Clock clock;

    public IndexWorker(KeycloakSessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Works for a while at most; returns whether there is more to do. */
    public boolean run(String realmId, Duration atMost) {
        Instant stop = clock.instant().plus(atMost);
        boolean more = true;
        while (more && clock.instant().isBefore(stop)) {
            more = step(realmId);
        }
        return more;
    }

    /** Begins a comparison, and works it off once the caller's transaction is committed, beside everything else. */
    public static void begin(KeycloakSession session, RealmModel realm, Clock clock) {
        new IndexReconciliation(session, realm, clock).begin();
        goOnAfter(session, realm, clock);
    }

    /** Works off what is due once the caller's transaction is committed, beside everything else. */
    public static void goOnAfter(KeycloakSession session, RealmModel realm, Clock clock) {
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        String realmId = realm.getId();
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                new IndexWorker(sessions, clock).runBeside(realmId);
            }

            @Override
            protected void rollbackImpl() {}
        });
    }

    private void runBeside(String realmId) {
        try (KeycloakSession session = sessions.create()) {
            session.getProvider(ExecutorsProvider.class).getExecutor(EXECUTOR).execute(() -> {
                try {
                    run(realmId, Duration.ofDays(1));
                } catch (RuntimeException failed) {
                    LOG.warnf(failed, "the index of realm %s could not be compared, it is tried again", realmId);
                }
            });
        }
    }

    private boolean step(String realmId) {
        try {
            return step(realmId, IndexReconciliation::step);
        } catch (RuntimeException failed) {
            return step(realmId, comparison -> comparison.stepOneByOne(sessions));
        }
    }

    private boolean step(String realmId, Predicate<IndexReconciliation> step) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm == null) {
                return false;
            }
            session.getContext().setRealm(realm);
            return step.test(new IndexReconciliation(session, realm, clock));
        });
    }
}
