package org.relais.keycloak.grant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.UserModel;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.ManagedGroup;

/** What a change set comes to, line by line, before anything is written; and what stands against it. */
final class ChangePlan {

    /** Give a person an access, or keep one for an identifier. */
    record Giving(ManagedGroup group, UserModel person, String identifier) {}

    /** Let an access that would end sooner last as long as the new ones. */
    record Prolonging(ManagedGroup group, String grantId) {}

    final LocalDate lastDay;
    final List<Problem> problems = new ArrayList<>();
    final List<Grant> expired = new ArrayList<>();
    final List<Grant> ending = new ArrayList<>();
    final List<Giving> giving = new ArrayList<>();
    final List<Prolonging> prolonging = new ArrayList<>();

    ChangePlan(LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    boolean ends(Grant grant) {
        return ending.stream().anyMatch(it -> it.id().equals(grant.id()));
    }
}
