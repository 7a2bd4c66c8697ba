package org.relais.keycloak.authority;

import java.time.LocalDate;
import org.keycloak.models.UserModel;
import org.relais.keycloak.grant.Eligibility;
import org.relais.keycloak.platform.KeycloakId;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.Academy;

/** Until when, and to whom, the management of a group can be delegated. */
record DelegationRules(RealmContext context, Academy academy) {

    /** No delegation lasts longer: each school year somebody decides anew. */
    private static final int LONGEST_DAYS = 366;

    void requireLastDay(LocalDate lastDay) {
        LocalDate today = academy.today(context.clock());
        if (lastDay == null) {
            throw new InvalidInput(Problem.at("endsOn", AuthorityProblem.ENDS_ON_MISSING));
        }
        if (lastDay.isBefore(today)) {
            throw new InvalidInput(Problem.at("endsOn", CommonProblem.ENDS_IN_THE_PAST, lastDay, today));
        }
        LocalDate latest = today.plusDays(LONGEST_DAYS - 1L);
        if (lastDay.isAfter(latest)) {
            throw new InvalidInput(Problem.at("endsOn", AuthorityProblem.DELEGATION_TOO_LONG, lastDay, latest));
        }
    }

    void requirePerson(String userId) {
        UserModel person = KeycloakId.of(userId)
                .map(id -> context.session().users().getUserById(context.realm(), id))
                .orElse(null);
        new Eligibility(context)
                .problemOfPrincipal(person, "principalId", userId)
                .ifPresent(problem -> {
                    throw new InvalidInput(problem);
                });
    }
}
