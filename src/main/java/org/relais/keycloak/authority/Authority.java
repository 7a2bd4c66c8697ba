package org.relais.keycloak.authority;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.UserModel;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.Ledger;
import org.relais.keycloak.grant.Reach;
import org.relais.keycloak.platform.Impersonator;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.NotAllowed;
import org.relais.keycloak.problem.NotFound;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.School;
import org.relais.keycloak.school.Schools;

/**
 * The policy: who may do what. Every entry point asks here and decides nothing itself.
 *
 * <p>A person manages a group as an official member of a group of the same school whose profile manages it, or by a
 * delegation that holds; an administrator sees all groups with {@code view-users} and changes them with
 * {@code manage-users}, or what Keycloak's fine-grained permissions give of both. A membership given by a grant never makes a manager. What a caller may not see is answered as if
 * it did not exist.
 */
public final class Authority {

    private final RealmContext context;
    private final Caller caller;
    private final Schools schools;
    private final ManagerScope scope;
    private final Reach reach;

    /** @param schools of the same realm; what is read of them once need not be read again */
    public Authority(RealmContext context, Schools schools, Caller caller) {
        this.context = context;
        this.caller = caller;
        this.schools = schools;
        this.scope = new ManagerScope(context, schools, caller.user());
        this.reach = new CallerReach(caller, scope);
    }

    public UserModel user() {
        return caller.user();
    }

    /** The id under which the caller's acts are journalled. */
    public String actor() {
        return caller.user().getId();
    }

    /** The administrator who acts in the caller's session; empty where the caller does. */
    public Optional<Impersonator> impersonator() {
        return Impersonator.of(context.session(), actor());
    }

    /** Whether the caller may change anything: some realms refuse it to an administrator who impersonates somebody. */
    public boolean mayChangeAnything() {
        return impersonator().isEmpty() || !Academy.of(context.realm()).refuseImpersonatedChanges();
    }

    public void requireToChangeAnything() {
        if (!mayChangeAnything()) {
            throw new NotAllowed(Problem.general(AuthorityProblem.NOT_ALLOWED_IMPERSONATED));
        }
    }

    /** Whether there is any group the caller manages as a person. */
    public boolean managesSomething() {
        return scope.managesSomething();
    }

    /** The groups the caller manages as a person, by name. Few statements, whatever the number of groups in the realm. */
    public List<ManagedGroup> groups() {
        return scope.groups();
    }

    public void requireToViewRealm() {
        if (!(caller instanceof Caller.Administrator administrator)
                || !administrator.rights().viewsUsers()) {
            throw new NotAllowed(Problem.general(AuthorityProblem.NOT_ALLOWED_VIEW));
        }
    }

    public void requireToManageRealm() {
        requireToViewRealm();
        if (!managesRealm()) {
            throw new NotAllowed(Problem.general(AuthorityProblem.NOT_ALLOWED_MANAGE));
        }
    }

    /** Requires what Keycloak asks of whoever creates groups, besides the right to change users. */
    public void requireToCreateGroups() {
        requireToManageRealm();
        requireReach(caller instanceof Caller.Administrator administrator
                && administrator.rights().createsGroups());
    }

    /** The same in one school. */
    public void requireToCreateGroupsIn(School school) {
        requireToManageRealm();
        requireReach(caller instanceof Caller.Administrator administrator
                && administrator.rights().createsGroupsIn(school.id()));
    }

    public void requireToConfigureRealm() {
        if (!configuresRealm()) {
            throw new NotAllowed(Problem.general(AuthorityProblem.NOT_ALLOWED_CONFIGURE));
        }
    }

    public boolean managesRealm() {
        return caller instanceof Caller.Administrator administrator
                && administrator.rights().viewsUsers()
                && administrator.rights().managesUsers();
    }

    public boolean configuresRealm() {
        return caller instanceof Caller.Administrator administrator
                && administrator.rights().configuresRealm();
    }

    /** Requires a caller who has somebody to look for in the directory: a manager or an administrator. */
    public void requireDirectory() {
        if (caller instanceof Caller.Administrator) {
            requireToViewRealm();
        } else if (!managesSomething()) {
            throw new NotAllowed(Problem.general(AuthorityProblem.NOT_ALLOWED_DIRECTORY));
        }
    }

    /** A group whose members and journal the caller may see. */
    public ManagedGroup requireVisible(String groupId) {
        if (caller instanceof Caller.Administrator) {
            requireToViewRealm();
        }
        return requireSeen(groupId, CommonProblem.NOT_FOUND_GROUP);
    }

    /** A group whose members the caller may change. */
    public ManagedGroup requireManaged(String groupId) {
        ManagedGroup group = requireVisible(groupId);
        if (caller instanceof Caller.Administrator) {
            requireToManageRealm();
            requireReach(reach.changesMembersOf(groupId));
        }
        return group;
    }

    /** A group whose management the caller may delegate. */
    public ManagedGroup requireDelegable(String groupId) {
        ManagedGroup group = requireManaged(groupId);
        if (!mayDelegate(group)) {
            throw new NotAllowed(Problem.general(AuthorityProblem.NOT_ALLOWED_DELEGATE));
        }
        return group;
    }

    /** Whether the caller may delegate the management of a group. A delegate may only where the profile allows it. */
    public boolean mayDelegate(ManagedGroup group) {
        if (caller instanceof Caller.Administrator) {
            return reach.changesMembersOf(group.id()) && reach.changesGroupsOf(null);
        }
        return scope.managesByRule(group) || (sees(group) && group.profile().delegatesMayDelegate());
    }

    /** The right by which the caller delegates the management of a group they may delegate. */
    public DelegatingRight delegatingRight(ManagedGroup group) {
        boolean administers = caller instanceof Caller.Administrator;
        Delegation source = administers || scope.managesByRule(group)
                ? null
                : scope.delegation(group).orElseThrow(() -> new NotFound(CommonProblem.NOT_FOUND_GROUP));
        DelegationBasis basis = administers
                ? DelegationBasis.ADMINISTRATOR
                : source == null ? DelegationBasis.RULE : DelegationBasis.DELEGATION;
        return new DelegatingRight(actor(), basis, source, scope.officialGroupIds());
    }

    /** Whether the caller may change the members of a group which is visible to them. */
    public boolean mayChange(ManagedGroup group) {
        boolean allowed = !(caller instanceof Caller.Administrator) || reach.changesMembersOf(group.id());
        return allowed && group.profile().population().takesGrants();
    }

    /** What the caller may change, for those who change more than the group of a request. */
    public Reach reach() {
        return reach;
    }

    /** Whether a sibling of a visible group is offered to the caller: whoever only sees groups sees which belong together. */
    public boolean offers(ManagedGroup sibling) {
        boolean changesNothing = caller instanceof Caller.Administrator && !managesRealm();
        return changesNothing ? sees(sibling) : reach.changesMembersOf(sibling.id());
    }

    /** Whether the caller may see the members of a group, which may not exist any longer, and what happened to them. */
    public boolean seesMembersOf(String groupId) {
        return caller instanceof Caller.Administrator administrator
                ? administrator.rights().viewsMembersOf(groupId)
                : scope.manages(groupId);
    }

    /** A grant in a group whose members the caller may see. */
    public Grant requireVisibleGrant(String grantId) {
        if (caller instanceof Caller.Administrator) {
            requireToViewRealm();
        }
        Grant grant = new Ledger(context).find(grantId).orElseThrow(() -> new NotFound(CommonProblem.NOT_FOUND_GRANT));
        requireSeen(grant.groupId(), CommonProblem.NOT_FOUND_GRANT);
        return grant;
    }

    /** A grant in a group whose members the caller may change. */
    public Grant requireGrant(String grantId) {
        Grant grant = requireVisibleGrant(grantId);
        requireManaged(grant.groupId());
        requireReach(reach.changes(grant));
        return grant;
    }

    /** Keycloak may show an administrator a group, and yet not its members. */
    private ManagedGroup requireSeen(String groupId, CommonProblem notFound) {
        ManagedGroup group = schools.managedGroup(groupId).orElseThrow(() -> new NotFound(notFound));
        if (!sees(group)) {
            throw caller instanceof Caller.Administrator administrator
                            && administrator.rights().viewsGroup(groupId)
                    ? new NotAllowed(Problem.general(AuthorityProblem.NOT_ALLOWED_VIEW))
                    : new NotFound(notFound);
        }
        return group;
    }

    private boolean sees(ManagedGroup group) {
        return caller instanceof Caller.Administrator administrator
                ? administrator.rights().viewsMembersOf(group.id())
                : scope.manages(group);
    }

    private static void requireReach(boolean reached) {
        if (!reached) {
            throw new NotAllowed(Problem.general(AuthorityProblem.NOT_ALLOWED_MANAGE));
        }
    }
}
