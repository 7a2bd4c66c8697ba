package org.relais.keycloak.authority;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.grant.Eligibility;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.journal.JournalAction;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.Conflict;
import org.relais.keycloak.problem.NotFound;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.ManagedGroup;

/** The managers added to those a profile names: each manages one group, until a day. */
public final class Delegations {

    private final RealmContext context;
    private final Academy academy;
    private final ManagerStore store;
    private final Journal journal;

    public Delegations(RealmContext context) {
        this.context = context;
        this.academy = Academy.of(context.realm());
        this.store = new ManagerStore(context.entityManager());
        this.journal = new Journal(context);
    }

    /** The delegations of some groups that hold now. It costs one statement whatever their number. */
    public List<Delegation> of(Collection<ManagedGroup> groups) {
        return store.ofGroups(groups.stream().map(ManagedGroup::id).toList(), context.now());
    }

    /** Those that let a person manage groups. Whom managers do not find holds none, be it as a member of a group. */
    List<Delegation> to(UserModel person, Collection<String> officialGroupIds) {
        List<String> principals = new ArrayList<>(officialGroupIds);
        principals.add(person.getId());
        List<Delegation> found = store.ofPrincipals(context.realmId(), principals, context.now()).stream()
                .filter(delegation -> principals.contains(delegation.principalId()))
                .toList();
        return found.isEmpty() || new Eligibility(context).isHidden(person) ? List.of() : found;
    }

    /**
     * Delegates to a person, or to a managed group, to which the caller's own rights extend.
     *
     * @param lastDay asked for; at most a year ahead
     */
    public Delegation delegate(
            ManagedGroup group, PrincipalType type, String principalId, LocalDate lastDay, String actor) {
        DelegationRules rules = new DelegationRules(context, academy);
        rules.requireLastDay(lastDay);
        if (type == PrincipalType.USER) {
            rules.requirePerson(principalId);
        }
        store.find(group.id(), type, principalId).ifPresent(known -> {
            if (known.holdsAt(context.now())) {
                throw new Conflict(Problem.at(
                        "principalId", AuthorityProblem.ALREADY_DELEGATED, academy.lastDayBefore(known.endsAt())));
            }
            store.remove(known.id());
        });
        ManagerEntity manager = new ManagerEntity();
        manager.id = KeycloakModelUtils.generateId();
        manager.realmId = context.realmId();
        manager.groupId = group.id();
        manager.principalType = type;
        manager.principalId = principalId;
        manager.grantedBy = actor;
        manager.grantedAt = context.clock().millis();
        manager.endsAt = academy.endOf(lastDay).toEpochMilli();
        store.add(manager);
        Delegation delegation = manager.toDelegation();
        journal(actor, JournalAction.DELEGATED, delegation);
        context.session().getKeycloakSessionFactory().publish(new DelegationGiven(context, delegation));
        return delegation;
    }

    public Delegation find(ManagedGroup group, String id) {
        return store.find(group.id(), id)
                .filter(delegation -> delegation.holdsAt(context.now()))
                .orElseThrow(() -> new NotFound(CommonProblem.NOT_FOUND_MANAGER));
    }

    /** Those with these ids that hold now. */
    public List<Delegation> withIds(Collection<String> ids) {
        return store.withIds(context.realmId(), ids, context.now());
    }

    /** All delegations that a person was given or gave and that are still kept. */
    public List<Delegation> concerning(String userId) {
        return store.concerning(context.realmId(), userId);
    }

    public void withdraw(Delegation delegation, String actor) {
        store.remove(delegation.id());
        journal(actor, JournalAction.DELEGATION_ENDED, delegation);
    }

    public void personRemoved(String userId) {
        store.removePrincipal(context.realmId(), userId);
    }

    public void groupRemoved(String groupId) {
        store.removeGroup(groupId);
        store.removePrincipal(context.realmId(), groupId);
    }

    public static void realmRemoved(KeycloakSession session, String realmId) {
        new ManagerStore(EntityManagers.of(session)).removeRealm(realmId);
    }

    /** Deletes the delegations that are over, in every realm. None of them has had any effect since its last day. */
    public static void forgetOver(KeycloakSession session, Clock clock) {
        new ManagerStore(EntityManagers.of(session)).removeOver(clock.instant());
    }

    private void journal(String actor, JournalAction action, Delegation delegation) {
        String person = delegation.principalType() == PrincipalType.USER ? delegation.principalId() : null;
        journal.write(
                actor,
                action,
                delegation.groupId(),
                person,
                Map.of(
                        "principalType", delegation.principalType().name(),
                        "principalId", delegation.principalId(),
                        "endsOn", academy.lastDayBefore(delegation.endsAt()).toString()));
    }
}
