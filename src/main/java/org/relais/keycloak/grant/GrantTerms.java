package org.relais.keycloak.grant;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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

    /** The last day meant: the one given, or the profile's suggestion. */
    LocalDate lastDay(LocalDate given, Profile profile) {
        return given == null ? profile.suggestedLastDay(today) : given;
    }

    Instant endOf(LocalDate lastDay) {
        return academy.endOf(lastDay);
    }

    List<Problem> problemsOfLastDay(LocalDate lastDay, Profile profile) {
        if (lastDay.isBefore(today)) {
            return List.of(Problem.at("endsOn", "ends-in-the-past", lastDay, today));
        }
        LocalDate latest = profile.latestLastDay(today);
        return lastDay.isAfter(latest)
                ? List.of(Problem.at("endsOn", "ends-too-late", lastDay, latest, profile.suffix()))
                : List.of();
    }

    List<Problem> problemsOfReason(String reason, Profile profile) {
        List<Problem> problems = new ArrayList<>();
        if (profile.reasonRequired() && (reason == null || reason.isBlank())) {
            problems.add(Problem.at("reason", "reason-missing", profile.suffix()));
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            problems.add(Problem.at("reason", "reason-too-long", LONGEST_REASON));
        }
        return problems;
    }
}
