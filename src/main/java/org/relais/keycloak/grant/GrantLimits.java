package org.relais.keycloak.grant;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Profile;

/** Which last days and reasons a profile accepts today. */
final class GrantLimits {

    static final int LONGEST_REASON = 500;

    private final Academy academy;
    private final LocalDate today;
    private final BiFunction<Profile, LocalDate, LocalDate> latest;

    GrantLimits(Academy academy, Clock clock) {
        this(academy, clock, Profile::latestLastDay);
    }

    private GrantLimits(Academy academy, Clock clock, BiFunction<Profile, LocalDate, LocalDate> latest) {
        this.academy = academy;
        this.today = academy.today(clock);
        this.latest = latest;
    }

    /** The limits of administrators who renew: they may carry an access into the next school year. */
    static GrantLimits ofRenewal(Academy academy, Clock clock) {
        return new GrantLimits(academy, clock, Profile::latestRenewedLastDay);
    }

    /** The last day that applies: the one given, or else what the first profile suggests as far as all of them allow it. */
    LocalDate lastDay(LocalDate given, List<Profile> profiles) {
        if (given != null) {
            return given;
        }
        LocalDate suggested = profiles.get(0).suggestedLastDay(today);
        LocalDate bound = latest.apply(strictest(profiles), today);
        return suggested.isBefore(bound) ? suggested : bound;
    }

    Instant endOf(LocalDate lastDay) {
        return academy.endOf(lastDay);
    }

    /** Why the strictest of these profiles refuses a last day; empty if it accepts the day. */
    List<Problem> problemsOfLastDay(LocalDate lastDay, List<Profile> profiles) {
        Profile profile = strictest(profiles);
        if (lastDay.isBefore(today)) {
            return List.of(Problem.at("endsOn", CommonProblem.ENDS_IN_THE_PAST, lastDay, today));
        }
        LocalDate bound = latest.apply(profile, today);
        return lastDay.isAfter(bound)
                ? List.of(Problem.at("endsOn", GrantProblem.ENDS_TOO_LATE, lastDay, bound, profile.suffix()))
                : List.of();
    }

    /** Why a reason is refused. It must be given if one of these profiles asks for it. */
    List<Problem> problemsOfReason(String reason, List<Profile> profiles) {
        List<Problem> problems = new ArrayList<>();
        if (reason == null || reason.isBlank()) {
            profiles.stream()
                    .filter(Profile::reasonRequired)
                    .limit(1)
                    .map(profile -> Problem.at("reason", GrantProblem.REASON_MISSING, profile.suffix()))
                    .forEach(problems::add);
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            problems.add(Problem.at("reason", GrantProblem.REASON_TOO_LONG, LONGEST_REASON));
        }
        return problems;
    }

    /**
     * Why another last day or another reason is refused for a grant in a group.
     *
     * @param lastDay null where it stays
     * @param reason  null where it stays
     */
    List<Problem> problemsOfChange(
            ManagedGroup group, Grant grant, LocalDate lastDay, String reason, Eligibility eligibility) {
        List<Profile> profiles = List.of(group.profile());
        List<Problem> problems = new ArrayList<>();
        if (lastDay != null) {
            problems.addAll(problemsOfLastDay(lastDay, profiles));
        }
        if (lastDay != null && endOf(lastDay).isAfter(grant.endsAt())) {
            problems.addAll(eligibility.problemsOfRenewing(grant, group));
        }
        if (reason != null) {
            problems.addAll(problemsOfReason(reason, profiles));
        }
        return problems;
    }

    private Profile strictest(List<Profile> profiles) {
        return profiles.stream()
                .min(Comparator.comparing(profile -> latest.apply(profile, today)))
                .orElseThrow();
    }
}
