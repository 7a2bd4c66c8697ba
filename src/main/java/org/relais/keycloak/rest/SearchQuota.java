package org.relais.keycloak.rest;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.journal.JournalAction;
import org.relais.keycloak.platform.RateLimiter;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.Refusal;
import org.relais.keycloak.problem.TooManyRequests;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.http.RequestProblem;
import org.relais.keycloak.school.DirectorySettings;

/**
 * How many people a caller may still look for. A search counts, and so does everything that is answered differently for
 * somebody and for nobody: lines by an identifier, and lines that are refused. Administrators see the accounts anyway; only
 * their searches count.
 */
record SearchQuota(RequestContext call, RateLimiter limit) {

    /** More refused lines a minute than anybody produces by mistake. */
    private static final int REFUSED_PER_MINUTE = 20;

    void takeSearch() {
        Duration wait = limit.take(call.actor(), searchesPerMinute());
        Metrics.counter("relais.people.searches", "answered", String.valueOf(wait.isZero()))
                .increment();
        require(wait);
    }

    /**
     * Does what looks people up and may refuse lines. What is done tells of every identifier; what is refused tells of the
     * refused lines only.
     *
     * @param identifiers how many lines name somebody by other than what a search has shown
     * @param field       with what the field of a line begins
     */
    <T> T looking(int identifiers, String field, Supplier<T> work) {
        if (call.authority().managesRealm()) {
            return work.get();
        }
        if (identifiers > 0) {
            require(limit.take(call.actor(), searchesPerMinute(), 0));
        }
        try {
            T done = work.get();
            limit.charge(call.actor(), searchesPerMinute(), identifiers);
            return done;
        } catch (Refusal refusal) {
            int lines = (int) refusal.problems().stream()
                    .filter(problem ->
                            problem.field() != null && problem.field().startsWith(field))
                    .count();
            if (lines > 0) {
                refused(lines);
            }
            throw refusal;
        }
    }

    /** The request is rolled back, but not what it was told. */
    private void refused(int lines) {
        limit.charge(call.actor(), searchesPerMinute(), lines);
        if (!limit.charge("refused/" + call.actor(), REFUSED_PER_MINUTE, lines)) {
            Instant hour = call.clock().instant().truncatedTo(ChronoUnit.HOURS);
            RealmJobs.of(call.session(), call.clock())
                    .run(
                            call.realm().getId(),
                            context -> new Journal(context)
                                    .writeOnce(hour, JournalAction.LINES_REFUSED, call.actor(), Map.of()));
        }
    }

    private int searchesPerMinute() {
        return DirectorySettings.of(call.realm()).searchesPerMinute();
    }

    private static void require(Duration wait) {
        if (!wait.isZero()) {
            throw new TooManyRequests(Problem.general(RequestProblem.TOO_MANY_SEARCHES), wait);
        }
    }
}
