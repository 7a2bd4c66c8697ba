package org.relais.keycloak.grant;

import java.time.LocalDate;
import java.util.List;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.ChangeRejected;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.ManagedGroup;

/** Gives a grant that runs another last day or another reason, within limits. */
record GrantRenewal(RealmContext context, GrantStore store, GrantRows rows, Eligibility eligibility) {

    GrantRenewal(RealmContext context, GrantRows rows) {
        this(context, new GrantStore(context.entityManager()), rows, new Eligibility(context));
    }

    /**
     * Changes a grant, or throws why not.
     *
     * @param lastDay null to leave it
     * @param reason  null to leave it
     */
    Grant change(
            ManagedGroup group, String grantId, LocalDate lastDay, String reason, String actor, GrantLimits limits) {
        if (lastDay != null) {
            store.find(context.realmId(), grantId).map(Grant::userId).ifPresent(eligibility::ofPerson);
        }
        GrantEntity grant = store.lockOpen(grantId, context.now());
        Grant before = grant.toGrant();
        List<Problem> problems = problemsOf(group, before, lastDay, reason, limits);
        if (!problems.isEmpty()) {
            throw new ChangeRejected(problems);
        }
        if (lastDay != null) {
            grant.endsAt = limits.endOf(lastDay).toEpochMilli();
        }
        if (reason != null) {
            grant.reason = reason.strip();
        }
        rows.changed(before, grant, actor);
        store.flush();
        return grant.toGrant();
    }

    /** Why a grant that runs cannot be changed; empty if it can. */
    List<Problem> problemsOf(ManagedGroup group, Grant grant, LocalDate lastDay, String reason, GrantLimits limits) {
        return limits.problemsOfChange(group, grant, lastDay, reason, eligibility);
    }
}
