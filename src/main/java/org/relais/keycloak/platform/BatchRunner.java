package org.relais.keycloak.platform;

import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import org.keycloak.models.ModelException;

/**
 * Works through a long list in short transactions: a session holds, and searches at every flush, all that it has touched. What
 * one batch has done stays done whatever becomes of the next.
 */
public final class BatchRunner {

    private static final int SIZE = 40;

    private BatchRunner() {}

    /**
     * Does work on a list in the realm of a request, some items at a time.
     *
     * @param work one result for each item, in their order
     * @param lost the result of each item of a batch that met another transaction: nothing of it was done
     */
    public static <A, B> List<B> run(
            RealmContext context, List<A> items, BiFunction<RealmContext, List<A>, List<B>> work, B lost) {
        RealmJobs jobs = RealmJobs.of(context.session(), context.clock());
        List<B> results = new ArrayList<>();
        for (int from = 0; from < items.size(); from += SIZE) {
            List<A> batch = items.subList(from, Math.min(from + SIZE, items.size()));
            results.addAll(runBatch(jobs, context, batch, work, lost));
        }
        return results;
    }

    private static <A, B> List<B> runBatch(
            RealmJobs jobs,
            RealmContext request,
            List<A> batch,
            BiFunction<RealmContext, List<A>, List<B>> work,
            B lost) {
        List<B> allLost = Collections.nCopies(batch.size(), lost);
        try {
            return jobs.call(request.realmId(), context -> {
                        Impersonator.carry(request.session(), context.session());
                        return work.apply(context, batch);
                    })
                    .orElse(allLost);
        } catch (ModelException | PersistenceException failed) {
            if (!WriteConflict.isCauseOf(failed)) {
                throw failed;
            }
            return allLost;
        }
    }
}
