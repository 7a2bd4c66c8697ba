package org.relais.keycloak.grant;

import io.micrometer.core.instrument.Metrics;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.relais.keycloak.grant.ExpiredGrantStore.Due;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.RealmJobs;

/**
 * Ends the grants whose days are over, in small transactions of its own. No access depends on it: claims compare the end with
 * the clock. Any number of nodes may run it. A grant that cannot be ended is left for the next run.
 */
public final class Expiry {

    private static final int BATCH = 100;

    private final RealmJobs jobs;

    public Expiry(RealmJobs jobs) {
        this.jobs = jobs;
    }

    /** Ends all grants that are over now; returns how many. */
    public int run() {
        Instant now = jobs.clock().instant();
        int ended = 0;
        List<Due> batch = due(now, GrantPosition.FIRST);
        while (!batch.isEmpty()) {
            ended += expireTogether(batch);
            batch = due(now, batch.get(batch.size() - 1).position());
        }
        forgetIdempotencyKeys(now);
        if (ended > 0) {
            GrantLog.LOG.grantsExpired(ended);
            Metrics.counter("relais.grants.expired").increment(ended);
        }
        return ended;
    }

    private List<Due> due(Instant now, GrantPosition after) {
        return jobs.inTransaction(session -> new ExpiredGrantStore(EntityManagers.of(session)).due(now, after, BATCH));
    }

    /**
     * Ends a whole batch in one transaction; if that fails, each grant in its own, so that one bad row does not hold up the
     * others.
     */
    private int expireTogether(List<Due> batch) {
        return batch.stream().collect(Collectors.groupingBy(Due::realmId)).entrySet().stream()
                .mapToInt(realm -> expireTogether(realm.getKey(), realm.getValue()))
                .sum();
    }

    private int expireTogether(String realmId, List<Due> batch) {
        followRecord(realmId, batch);
        try {
            return expire(realmId, batch);
        } catch (RuntimeException failed) {
            return batch.stream().mapToInt(due -> expireAlone(realmId, due)).sum();
        }
    }

    /**
     * Follows the record first. Whom it makes an official member by now keeps the membership: the grant closes before its end
     * would take the membership along.
     */
    private void followRecord(String realmId, List<Due> batch) {
        List<String> people = batch.stream()
                .map(Due::userId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        try {
            jobs.run(realmId, context -> new OfficialMemberships(context).align(people, false));
        } catch (RuntimeException failed) {
            GrantLog.LOG.recordNotFollowed(failed, jobs.nameOf(realmId));
        }
    }

    private int expireAlone(String realmId, Due due) {
        try {
            return expire(realmId, List.of(due));
        } catch (RuntimeException failed) {
            GrantLog.LOG.grantNotEnded(failed, due.grantId(), jobs.nameOf(realmId));
            return 0;
        }
    }

    private int expire(String realmId, List<Due> batch) {
        List<String> ids = batch.stream().map(Due::grantId).toList();
        return jobs.call(realmId, context -> new ExpiredGrants(context).end(ids))
                .orElse(0);
    }

    private void forgetIdempotencyKeys(Instant now) {
        long limit = now.minus(IdempotencyKeys.KEPT).toEpochMilli();
        jobs.inTransaction(session -> IdempotencyKeys.forgetOlderThan(EntityManagers.of(session), limit));
    }
}
