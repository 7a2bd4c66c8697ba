package org.relais.keycloak.grant;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.relais.keycloak.grant.ExpiredGrantStore.Due;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.PassStore;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.platform.TimeBox;

/**
 * Ends the grants whose days are over, in small transactions of its own. No access depends on it: claims compare the end with
 * the clock. Any number of nodes may run it. A grant that cannot be ended is left for the next run; a run that takes too long
 * stops, and the next one goes on behind what this one has seen.
 */
public final class Expiry {

    private static final int BATCH = 100;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final String PASS = "expiry";

    private final RealmJobs jobs;

    public Expiry(RealmJobs jobs) {
        this.jobs = jobs;
    }

    /** Ends the grants that are over now, all of them if there is time; returns how many. */
    public int run() {
        Instant now = jobs.clock().instant();
        TimeBox box = TimeBox.of(jobs.clock(), LONGEST);
        GrantPosition stopped = stoppedAt();
        int ended = run(now, stopped, box);
        if (!stopped.equals(GrantPosition.FIRST) && !box.isOver()) {
            ended += run(now, GrantPosition.FIRST, box);
        }
        forgetIdempotencyKeys(now, box);
        if (ended > 0) {
            GrantLog.LOG.grantsExpired(ended);
            Metrics.counter("relais.grants.expired").increment(ended);
        }
        return ended;
    }

    private int run(Instant now, GrantPosition from, TimeBox box) {
        int ended = 0;
        GrantPosition position = from;
        List<Due> batch = due(now, position);
        while (!batch.isEmpty() && !box.isOver()) {
            ended += expireTogether(batch);
            position = batch.get(batch.size() - 1).position();
            batch = due(now, position);
        }
        stopAt(batch.isEmpty() ? GrantPosition.FIRST : position, from);
        return ended;
    }

    private GrantPosition stoppedAt() {
        return jobs.inTransaction(
                        session -> new PassStore(EntityManagers.of(session)).place(PassStore.EVERY_REALM, PASS))
                .map(GrantPosition::parse)
                .orElse(GrantPosition.FIRST);
    }

    /** Most runs come to the end, and have nothing to write. */
    private void stopAt(GrantPosition position, GrantPosition before) {
        if (!position.equals(before)) {
            jobs.inTransaction(session -> {
                PassStore passes = new PassStore(EntityManagers.of(session));
                if (position.equals(GrantPosition.FIRST)) {
                    passes.forget(PassStore.EVERY_REALM, PASS);
                } else {
                    passes.keep(PassStore.EVERY_REALM, PASS, position.text());
                }
                return null;
            });
        }
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

    private void forgetIdempotencyKeys(Instant now, TimeBox box) {
        long limit = now.minus(IdempotencyKeys.KEPT).toEpochMilli();
        int forgotten = BATCH;
        while (forgotten == BATCH && !box.isOver()) {
            forgotten = jobs.inTransaction(
                    session -> IdempotencyKeys.forgetOlderThan(EntityManagers.of(session), limit, BATCH));
        }
    }
}
