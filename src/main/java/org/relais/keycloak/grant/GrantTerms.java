package org.relais.keycloak.grant;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.relais.keycloak.Problem;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.Profile;

/** Which last day and which reason a profile accepts, today. */
final class GrantTerms {

    static final int LONGEST_REASON = 500;

    private final Academy academy;
    private final LocalDate today;

    GrantTerms(Academy academy, Clock clock) {
        this.academy = academy;
        this.today = academy.today(clock);
    }

    /** The last day meant: the one given, or the first profile's suggestion as far as all of them allow it. */
    LocalDate lastDay(LocalDate given, List<Profile> profiles) {
        if (given != null) {
            return given;
        }
        LocalDate suggested = profiles.get(0).suggestedLastDay(today);
        LocalDate latest = strictest(profiles).latestLastDay(today);
        return suggested.isBefore(latest) ? suggested : latest;
    }

    Instant endOf(LocalDate lastDay) {
        return academy.endOf(lastDay);
    }

    /** What stands against a last day in the strictest of these profiles. */
    List<Problem> problemsOfLastDay(LocalDate lastDay, List<Profile> profiles) {
        Profile profile = strictest(profiles);
        if (lastDay.isBefore(today)) {
            return List.of(Problem.at("endsOn", "ends-in-the-past", lastDay, today));
        }
        LocalDate latest = profile.latestLastDay(today);
        return lastDay.isAfter(latest)
                ? List.of(Problem.at("endsOn", "ends-too-late", lastDay, latest, profile.suffix()))
                : List.of();
    }

    /** What stands against a reason; it is asked for if one of these profiles does. */
    List<Problem> problemsOfReason(String reason, List<Profile> profiles) {
        List<Problem> problems = new ArrayList<>();
        if (reason == null || reason.isBlank()) {
            profiles.stream()
                    .filter(Profile::reasonRequired)
                    .limit(1)
                    .map(profile -> Problem.at("reason", "reason-missing", profile.suffix()))
                    .forEach(problems::add);
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            problems.add(Problem.at("reason", "reason-too-long", LONGEST_REASON));
        }
        return problems;
    }

    private Profile strictest(List<Profile> profiles) {
        return profiles.stream()
                .min(Comparator.comparing(profile -> profile.latestLastDay(today)))
                .orElseThrow();
    }
}
