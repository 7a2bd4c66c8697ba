package org.relais.keycloak.authority;

import java.time.Instant;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Conflict;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.ProblemCode;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.UsageLimit;
import org.relais.keycloak.school.UsageLimits;

/**
 * Holds groups, and people who delegate, to the number of delegations that the realm allows. Nothing is locked: those who
 * delegate at the same moment may together exceed it by as many as they are.
 */
public final class DelegationCaps {

    private final RealmContext context;
    private final UsageLimits limits;
    private final ManagerStore store;

    public DelegationCaps(RealmContext context) {
        this.context = context;
        this.limits = UsageLimits.of(context.realm());
        this.store = new ManagerStore(context.entityManager());
    }

    /**
     * Refuses one more delegation of a group where there is no room for it.
     *
     * @param giver null for an administrator, who may give any number
     */
    public void requireRoom(ManagedGroup group, String giver) {
        Instant now = context.now();
        int inGroup = limits.of(UsageLimit.DELEGATIONS_PER_GROUP);
        require(
                store.countOfGroup(group.id(), now, inGroup) < inGroup,
                AuthorityProblem.TOO_MANY_DELEGATIONS_IN_GROUP,
                inGroup);
        int ofGiver = limits.of(UsageLimit.DELEGATIONS_PER_GIVER);
        require(
                giver == null || store.countOfGiver(context.realmId(), giver, now, ofGiver) < ofGiver,
                AuthorityProblem.TOO_MANY_DELEGATIONS_OF_GIVER,
                ofGiver);
    }

    private static void require(boolean room, ProblemCode problem, int limit) {
        if (!room) {
            throw new Conflict(Problem.general(problem, limit));
        }
    }
}
