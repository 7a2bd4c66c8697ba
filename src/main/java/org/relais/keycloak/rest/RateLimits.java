package org.relais.keycloak.rest;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.relais.keycloak.platform.RateLimiter;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.TooManyRequests;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.http.RequestProblem;
import org.relais.keycloak.school.UsageLimit;
import org.relais.keycloak.school.UsageLimits;

/**
 * How often each person may search and how much they may change, on this node. A change counts by its lines: one for each
 * person, group and act. Administrators may change as much as they like, as in Keycloak's own API.
 */
final class RateLimits {

    private final RateLimiter searches;
    private final RateLimiter minute;
    private final RateLimiter day;

    RateLimits(Clock clock) {
        this.searches = new RateLimiter(clock, Duration.ofMinutes(1));
        this.minute = new RateLimiter(clock, Duration.ofMinutes(1));
        this.day = new RateLimiter(clock, Duration.ofDays(1));
    }

    RateLimiter searches() {
        return searches;
    }

    /** Does what looks people up, as {@link SearchQuota#looking} says. */
    <T> T looking(RequestContext call, int identifiers, String field, Supplier<T> work) {
        return new SearchQuota(call, searches).looking(identifiers, field, work);
    }

    /** Counts lines before anything is changed; refuses them if there were too many lately. */
    void countChanges(RequestContext call, int lines) {
        if (isLimited(call)) {
            Duration wait = take(call, minute, UsageLimit.CHANGES_PER_MINUTE, lines);
            Duration waitOfDay = wait.isZero() ? take(call, day, UsageLimit.CHANGES_PER_DAY, lines) : wait;
            if (wait.isZero() && !waitOfDay.isZero()) {
                charge(call, minute, UsageLimit.CHANGES_PER_MINUTE, -lines);
            }
            if (!waitOfDay.isZero()) {
                throw new TooManyRequests(Problem.general(RequestProblem.TOO_MANY_CHANGES), waitOfDay);
            }
        }
    }

    /** Counts lines that turned out to be more, or fewer, than were counted before: a repeat changes nothing. */
    void correctChanges(RequestContext call, int lines) {
        if (lines != 0 && isLimited(call)) {
            charge(call, minute, UsageLimit.CHANGES_PER_MINUTE, lines);
            charge(call, day, UsageLimit.CHANGES_PER_DAY, lines);
        }
    }

    private static boolean isLimited(RequestContext call) {
        return !call.authority().managesRealm();
    }

    private static Duration take(RequestContext call, RateLimiter limiter, UsageLimit limit, int lines) {
        return limiter.takeAll(call.actor(), UsageLimits.of(call.realm()).of(limit), lines);
    }

    private static void charge(RequestContext call, RateLimiter limiter, UsageLimit limit, int lines) {
        limiter.charge(call.actor(), UsageLimits.of(call.realm()).of(limit), lines);
    }
}
