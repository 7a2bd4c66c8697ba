package org.relais.keycloak.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.function.ToIntBiFunction;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.platform.TimeBox;
import org.relais.keycloak.school.Academy;

/**
 * Deletes what an academy no longer keeps: lines of the journal, and grants that have ended, both after the same number of
 * days. A grant names a person as a line does, so it is not kept longer.
 */
public final class Retention {

    private static final int BATCH = 500;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final RealmJobs jobs;

    public Retention(RealmJobs jobs) {
        this.jobs = jobs;
    }

    /**
     * Deletes in small transactions, for a while at most; it costs one read for each table when there is nothing to delete. What
     * is left over goes with the next run, since it is the oldest that goes first.
     */
    public void run(String realmId) {
        repeat(realmId, (store, limit) -> store.removeLinesBefore(realmId, limit, BATCH));
        repeat(realmId, (store, limit) -> store.removeGrantsEndedBefore(realmId, limit, BATCH));
    }

    private void repeat(String realmId, ToIntBiFunction<RetentionStore, Instant> deletion) {
        TimeBox box = TimeBox.of(jobs.clock(), LONGEST);
        int deleted = BATCH;
        while (deleted == BATCH && !box.isOver()) {
            deleted = jobs.call(realmId, context -> delete(context, deletion)).orElse(0);
        }
    }

    private static int delete(RealmContext context, ToIntBiFunction<RetentionStore, Instant> deletion) {
        Instant limit =
                context.now().minus(Duration.ofDays(Academy.of(context.realm()).journalDays()));
        return deletion.applyAsInt(new RetentionStore(context.entityManager()), limit);
    }
}
