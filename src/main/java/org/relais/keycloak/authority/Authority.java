package org.relais.keycloak.authority;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.Ledger;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.NotAllowed;
import org.relais.keycloak.problem.NotFound;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.School;
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
    private List<ManagedGroup> officialGroups;
    private Set<String> delegatedGroupIds;

    /** @param schools of the same realm; what is read of them once need not be read again */
    public Authority(RealmContext context, Schools schools, Caller caller) {
        this.context = context;
        this.caller = caller;
        this.schools = schools;
    }

    public UserModel user() {
        return caller.user();
    }

    /** The id under which the caller's acts are journalled. */
    public String actor() {
        return caller.user().getId();
    }

    /** Whether there is any group the caller manages as a person. */
    public boolean managesSomething() {
        return !delegatedGroupIds().isEmpty() || officialGroups().stream().anyMatch(own -> managesOthers(own));
    }

    /** The groups the caller manages as a person, by name. It costs two statements whatever the number of groups in the realm. */
    public List<ManagedGroup> groups() {
        Set<School> bySchool = officialGroups().stream()
                .filter(this::managesOthers)
                .map(ManagedGroup::school)
                .collect(Collectors.toSet());
        Stream<ManagedGroup> byRule = schools.groupsOf(bySchool).stream().filter(this::managesByRule);
        Stream<ManagedGroup> delegated =
                delegatedGroupIds().stream().map(schools::managedGroup).flatMap(Optional::stream);
        return Stream.concat(byRule, delegated)
                .collect(Collectors.toMap(ManagedGroup::id, group -> group, (one, same) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(ManagedGroup::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
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
        return managesByRule(group) || (sees(group) && group.profile().delegatesMayDelegate());
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
        return caller instanceof Caller.Administrator
                || managesByRule(group)
                || delegatedGroupIds().contains(group.id());
    }

    private boolean managesByRule(ManagedGroup group) {
        return officialGroups().stream()
                .anyMatch(own -> own.isIn(group.school()) && group.profile().isManagedBy(own.profile()));
    }

    private boolean managesOthers(ManagedGroup own) {
        return schools.profiles().all().stream().anyMatch(profile -> profile.isManagedBy(own.profile()));
    }

    /** The managed groups the caller is in by the official record. */
    private List<ManagedGroup> officialGroups() {
        if (officialGroups == null) {
            Set<String> granted = new Ledger(context)
                    .openOf(caller.user().getId()).stream().map(Grant::groupId).collect(Collectors.toSet());
            officialGroups = caller.user()
                    .getGroupsStream()
                    .filter(group -> !granted.contains(group.getId()))
                    .map(schools::managedGroup)
                    .flatMap(Optional::stream)
                    .toList();
        }
        return officialGroups;
    }

    private Set<String> delegatedGroupIds() {
        if (delegatedGroupIds == null) {
            Collection<String> own =
                    officialGroups().stream().map(ManagedGroup::id).toList();
            delegatedGroupIds = new Delegations(context)
                    .to(caller.user(), own).stream().map(Delegation::groupId).collect(Collectors.toSet());
        }
        return delegatedGroupIds;
    }
}
