package org.relais.keycloak.directory.index;

import static org.relais.keycloak.directory.index.IndexLog.LOG;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.relais.keycloak.platform.AfterCommit;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.RealmJobs;

/** Carries out the reconciliation of a realm's index, page by page; several nodes at once share the pages. */
public final class IndexWorker {

    private static final String EXECUTOR = "relais-directory";

    private final RealmJobs jobs;

    public IndexWorker(RealmJobs jobs) {
        this.jobs = jobs;
    }

    /** Works for a while at most; returns whether there is more to do. */
    public boolean run(String realmId, Duration atMost) {
        Instant stop = jobs.clock().instant().plus(atMost);
        boolean more = true;
        while (more && jobs.clock().instant().isBefore(stop)) {
            more = step(realmId);
        }
        return more;
    }

    /** Begins a reconciliation, and carries it out in the background once the caller's transaction is committed. */
    public static void begin(RealmContext context) {
        new IndexReconciliation(context).begin();
        continueAfterCommit(context);
    }

    /** Carries out what is due in the background, once the caller's transaction is committed. */
    public static void continueAfterCommit(RealmContext context) {
        IndexWorker worker = new IndexWorker(RealmJobs.of(context.session(), context.clock()));
        String realmId = context.realmId();
        String realmName = context.realm().getName();
        AfterCommit.run(context.session(), () -> worker.runInBackground(realmId, realmName));
    }

    private void runInBackground(String realmId, String realmName) {
        try (KeycloakSession session = jobs.sessions().create()) {
            session.getProvider(ExecutorsProvider.class).getExecutor(EXECUTOR).execute(() -> {
                try {
                    run(realmId, Duration.ofDays(1));
                } catch (RuntimeException failed) {
                    LOG.reconciliationStopped(failed, realmName);
                }
            });
        }
    }

    private boolean step(String realmId) {
        try {
            return step(realmId, IndexReconciliation::step);
        } catch (RuntimeException failed) {
            return step(realmId, reconciliation -> reconciliation.stepOneByOne(jobs));
        }
    }

    private boolean step(String realmId, Predicate<IndexReconciliation> step) {
        return jobs.call(realmId, context -> step.test(new IndexReconciliation(context)))
                .orElse(false);
    }
}
