package org.relais.keycloak.grant;

import java.util.List;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.ProblemCode;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Schools;

/** Warns of pending grants whose identifier several accounts have: nobody gets them. It checks those that end next. */
public final class PendingGrantWarnings {

    private static final int CHECKED = 1_000;

    private enum Code implements ProblemCode {
        WARNING_PENDING_CONFLICT
    }

    private final PendingGrants pending;
    private final Schools schools;

    public PendingGrantWarnings(RealmContext context) {
        this.pending = new PendingGrants(context);
        this.schools = new Schools(context.session(), context.realm());
    }

    public List<Problem> all() {
        return pending.conflicts(CHECKED).stream().map(this::conflict).toList();
    }

    private Problem conflict(Grant grant) {
        String group =
                schools.managedGroup(grant.groupId()).map(ManagedGroup::name).orElse(grant.groupId());
        return Problem.at(grant.id(), Code.WARNING_PENDING_CONFLICT, grant.identifier(), group);
    }
}
