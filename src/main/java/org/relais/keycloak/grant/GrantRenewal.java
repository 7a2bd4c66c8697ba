package org.relais.keycloak.grant;

import java.time.LocalDate;
import java.util.List;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.ChangeRejected;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.ManagedGroup;

/** Gives a grant that runs another last day or another reason, within limits. */
record GrantRenewal(RealmContext context, GrantStore store, GrantRows rows) {

    GrantRenewal(RealmContext context, GrantRows rows) {
        this(context, new GrantStore(context.entityManager()), rows);
    }

    /**
     * Changes a grant, or throws why not.
     *
     * @param lastDay null to leave it
     * @param reason  null to leave it
     * @param anybody whether an administrator decides
     */
    Grant change(
            ManagedGroup group,
            String grantId,
            LocalDate lastDay,
            String reason,
            boolean anybody,
            String actor,
            GrantLimits limits) {
        Eligibility eligibility = new Eligibility(context, anybody);
        if (lastDay != null) {
            store.find(context.realmId(), grantId).map(Grant::userId).ifPresent(eligibility::ofPerson);
        }
        GrantEntity grant = store.lockOpen(grantId, context.now());
        Grant before = grant.toGrant();
        List<Problem> problems = limits.problemsOfChange(group, before, lastDay, reason, eligibility);
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

    /** Why an administrator cannot change a grant that runs; empty if they can. */
    List<Problem> problemsOf(ManagedGroup group, Grant grant, LocalDate lastDay, String reason, GrantLimits limits) {
        return limits.problemsOfChange(group, grant, lastDay, reason, new Eligibility(context, true));
    }
}
