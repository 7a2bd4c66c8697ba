package org.relais.keycloak.authority;

import java.time.LocalDate;
import java.util.Set;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.Academy;

/**
 * The right by which somebody delegates the management of a group. What is given through it never lasts longer than the right.
 *
 * @param actor       the id of whoever delegates
 * @param source      the own delegation, where that is the right; null otherwise
 * @param ownGroupIds the managed groups whom the actor belongs to by the record
 */
public record DelegatingRight(String actor, DelegationBasis basis, Delegation source, Set<String> ownGroupIds) {

    /** Requires somebody else: the own right would survive its end otherwise. */
    void requireSomebodyElse(PrincipalType type, String principalId) {
        boolean oneself = type == PrincipalType.USER ? principalId.equals(actor) : ownGroupIds.contains(principalId);
        if (oneself) {
            throw new InvalidInput(Problem.at("principalId", AuthorityProblem.DELEGATION_TO_ONESELF));
        }
    }

    void requireWithin(LocalDate lastDay, Academy academy) {
        if (source != null && academy.endOf(lastDay).isAfter(source.endsAt())) {
            throw new InvalidInput(Problem.at(
                    "endsOn", AuthorityProblem.DELEGATION_PAST_OWN, lastDay, academy.lastDayBefore(source.endsAt())));
        }
    }

    String sourceId() {
        return source == null ? null : source.id();
    }

    /** The end that a delegation gets which would end at {@code end}, in milliseconds. */
    long limited(long end) {
        return source == null ? end : Math.min(end, source.endsAt().toEpochMilli());
    }
}
