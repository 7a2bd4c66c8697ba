package org.relais.keycloak.grant;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;
import org.relais.keycloak.grant.PendingGrants.Awaited;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.ProblemCode;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Schools;

/**
 * Warns of pending grants that nobody gets: several accounts have their identifier, or one that cannot have an access. It checks
 * those that end next.
 */
public final class PendingGrantWarnings {

    private static final int CHECKED = 1_000;
    /** Each account is read by itself. */
    private static final int ACCOUNTS = 20;

    private enum Code implements ProblemCode {
        WARNING_PENDING_CONFLICT,
        WARNING_PENDING_INELIGIBLE
    }

    private final RealmContext context;
    private final PendingGrants pending;
    private final Schools schools;
    private final Eligibility eligibility;

    public PendingGrantWarnings(RealmContext context) {
        this.context = context;
        this.pending = new PendingGrants(context);
        this.schools = new Schools(context.session(), context.realm());
        this.eligibility = new Eligibility(context);
    }

    public List<Problem> all() {
        List<Awaited> awaited = pending.awaited(GrantPosition.FIRST, CHECKED);
        Stream<Problem> conflicts = awaited.stream()
                .filter(it -> it.accounts().size() > 1)
                .map(it -> warning(it.grant(), Code.WARNING_PENDING_CONFLICT));
        Stream<Problem> ineligible = awaited.stream()
                .filter(it -> it.account().isPresent())
                .limit(ACCOUNTS)
                .filter(it -> isIneligible(it.account().get()))
                .map(it -> warning(it.grant(), Code.WARNING_PENDING_INELIGIBLE));
        return Stream.concat(conflicts, ineligible).toList();
    }

    private boolean isIneligible(String userId) {
        UserModel person = context.session().users().getUserById(context.realm(), userId);
        return eligibility.problemOf(person).isPresent();
    }

    private Problem warning(Grant grant, Code code) {
        String group =
                schools.managedGroup(grant.groupId()).map(ManagedGroup::name).orElse(grant.groupId());
        return Problem.at(grant.id(), code, grant.identifier(), group);
    }
}
