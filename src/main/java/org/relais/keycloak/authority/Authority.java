package org.relais.keycloak.authority;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.UserModel;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.Ledger;
import org.relais.keycloak.platform.Impersonator;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.NotAllowed;
import org.relais.keycloak.problem.NotFound;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Schools;

/**
 * The policy: who may do what. Every entry point asks here and decides nothing itself.
 *
 * <p>A person manages a group as an official member of a group of the same school whose profile manages it, or by a
 * delegation that holds; an administrator sees all groups with {@code view-users} and changes them with
 * {@code manage-users}. A membership given by a grant never makes a manager. What a caller may not see is answered as if
 * it did not exist.
 */
public final class Authority {

    private final RealmContext context;
    private final Caller caller;
    private final Schools schools;
    private final ManagerScope scope;

    /** @param schools of the same realm; what is read of them once need not be read again */
    public Authority(RealmContext context, Schools schools, Caller caller) {
        this.context = context;
        this.caller = caller;
        this.schools = schools;
        this.scope = new ManagerScope(context, schools, caller.user());
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

    /** The groups the caller manages as a person, by name. It costs two statements whatever the number of groups in the realm. */
    public List<ManagedGroup> groups() {
        return scope.groups();
    }

    public void requireToViewRealm() {
        if (!(caller instanceof Caller.Administrator administrator) || !administrator.views()) {
            throw new NotAllowed(Problem.general(AuthorityProblem.NOT_ALLOWED_VIEW));
        }
    }

    public void requireToManageRealm() {
        requireToViewRealm();
        if (!managesRealm()) {
            throw new NotAllowed(Problem.general(AuthorityProblem.NOT_ALLOWED_MANAGE));
        }
    }

    public void requireToConfigureRealm() {
        if (!configuresRealm()) {
            throw new NotAllowed(Problem.general(AuthorityProblem.NOT_ALLOWED_CONFIGURE));
        }
    }

    public boolean managesRealm() {
        return caller instanceof Caller.Administrator administrator && administrator.views() && administrator.manages();
    }

    public boolean configuresRealm() {
        return caller instanceof Caller.Administrator administrator && administrator.configures();
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
        return schools.managedGroup(groupId)
                .filter(this::sees)
                .orElseThrow(() -> new NotFound(CommonProblem.NOT_FOUND_GROUP));
    }

    /** A group whose members the caller may change. */
    public ManagedGroup requireManaged(String groupId) {
        ManagedGroup group = requireVisible(groupId);
        if (caller instanceof Caller.Administrator) {
            requireToManageRealm();
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
        if (caller instanceof Caller.Administrator administrator) {
            return administrator.manages();
        }
        return scope.managesByRule(group) || (sees(group) && group.profile().delegatesMayDelegate());
    }

    /** Whether the caller may change the members of a group which is visible to them. */
    public boolean mayChange(ManagedGroup group) {
        boolean allowed = !(caller instanceof Caller.Administrator administrator) || administrator.manages();
        return allowed && group.profile().population().takesGrants();
    }

    /** A grant in a group whose members the caller may see. */
    public Grant requireVisibleGrant(String grantId) {
        if (caller instanceof Caller.Administrator) {
            requireToViewRealm();
        }
        return new Ledger(context)
                .find(grantId)
                .filter(found ->
                        schools.managedGroup(found.groupId()).filter(this::sees).isPresent())
                .orElseThrow(() -> new NotFound(CommonProblem.NOT_FOUND_GRANT));
    }

    /** A grant in a group whose members the caller may change. */
    public Grant requireGrant(String grantId) {
        Grant grant = requireVisibleGrant(grantId);
        requireManaged(grant.groupId());
        return grant;
    }

    private boolean sees(ManagedGroup group) {
        return caller instanceof Caller.Administrator || scope.managesByRule(group) || scope.managesByDelegation(group);
    }
}
