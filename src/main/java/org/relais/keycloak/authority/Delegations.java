package org.relais.keycloak.authority;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.relais.keycloak.school.Schools;

/** The managers added to those a profile names: each manages one group, until a day. */
public final class Delegations {

    private final RealmContext context;
    private final Schools schools;
    private final Academy academy;
    private final ManagerStore store;
    private final Journal journal;

    public Delegations(RealmContext context) {
        this(context, new Schools(context));
    }

    /** @param schools of the same realm; what is read of them once need not be read again */
    public Delegations(RealmContext context, Schools schools) {
        this.context = context;
        this.schools = schools;
        this.academy = Academy.of(context.realm());
        this.store = new ManagerStore(context.entityManager());
        this.journal = new Journal(context);
    }

    /** The delegations of some groups whose day has not passed. It costs one statement whatever their number. */
    public List<Delegation> of(Collection<ManagedGroup> groups) {
        return store.ofGroups(groups.stream().map(ManagedGroup::id).toList(), context.now());
    }

    /** The ids of those of some delegations that hold now: a delegation rests when its giver manages the group no longer. */
    public Set<String> holding(Collection<Delegation> delegations) {
        return new DelegationCheck(context, schools, store).holding(delegations);
    }

    /**
     * What is delegated to a person, or to a group they are officially in, and holds. Whom managers do not find holds none, be
     * it as a member of a group.
     */
    List<Delegation> to(UserModel person, Collection<String> officialGroupIds) {
        List<String> principals = new ArrayList<>(officialGroupIds);
        principals.add(person.getId());
        List<Delegation> found = store.ofPrincipals(context.realmId(), principals, context.now()).stream()
                .filter(delegation -> principals.contains(delegation.principalId()))
                .toList();
        return found.isEmpty() || new Eligibility(context).isHidden(person) ? List.of() : holdingOf(found);
    }

    /**
     * Delegates to a person, or to a managed group, to which the caller's own rights extend. One that rests is given anew.
     *
     * @param lastDay asked for; at most a year ahead, and within the right
     */
    public Delegation delegate(
            ManagedGroup group, PrincipalType type, String principalId, LocalDate lastDay, DelegatingRight right) {
        DelegationRules rules = new DelegationRules(context, academy);
        rules.requireLastDay(lastDay);
        right.requireWithin(lastDay, academy);
        right.requireSomebodyElse(type, principalId);
        if (type == PrincipalType.USER) {
            rules.requirePerson(principalId);
        }
        Optional<Delegation> known = store.find(group.id(), type, principalId);
        known.filter(it -> holding(List.of(it)).contains(it.id())).ifPresent(it -> {
            throw new Conflict(
                    Problem.at("principalId", AuthorityProblem.ALREADY_DELEGATED, academy.lastDayBefore(it.endsAt())));
        });
        known.ifPresent(it -> store.remove(it.id()));
        ManagerEntity manager = new ManagerEntity();
        manager.id = KeycloakModelUtils.generateId();
        manager.realmId = context.realmId();
        manager.groupId = group.id();
        manager.principalType = type;
        manager.principalId = principalId;
        manager.endsAt = academy.endOf(lastDay).toEpochMilli();
        manager.give(right, context.clock().millis());
        store.add(manager);
        known.ifPresent(it -> store.replaceSource(it.id(), manager.id));
        Delegation delegation = manager.toDelegation();
        journal(right.actor(), JournalAction.DELEGATED, delegation);
        context.session().getKeycloakSessionFactory().publish(new DelegationGiven(context, delegation));
        return delegation;
    }

    /**
     * Confirms a delegation that rests: from now on it lives on this right. It changes nothing of one that holds, which nobody
     * takes over.
     */
    public Delegation confirm(Delegation delegation, DelegatingRight right) {
        right.requireSomebodyElse(delegation.principalType(), delegation.principalId());
        if (delegation.principalType() == PrincipalType.USER) {
            new DelegationRules(context, academy).requirePerson(delegation.principalId());
        }
        ManagerEntity manager = store.lock(delegation.id());
        if (manager == null) {
            throw new NotFound(CommonProblem.NOT_FOUND_MANAGER);
        }
        Delegation known = manager.toDelegation();
        if (holding(List.of(known)).contains(known.id())) {
            return known;
        }
        manager.give(right, context.clock().millis());
        store.flush();
        journal(right.actor(), JournalAction.DELEGATION_CONFIRMED, manager.toDelegation());
        return manager.toDelegation();
    }

    /** One whose day has not passed, whether it holds or rests. */
    public Delegation find(ManagedGroup group, String id) {
        return store.find(group.id(), id)
                .filter(delegation -> delegation.isCurrentAt(context.now()))
                .orElseThrow(() -> new NotFound(CommonProblem.NOT_FOUND_MANAGER));
    }

    /** Those with these ids whose day has not passed. It asks the ledger nothing, so that its trouble holds up no mail. */
    public List<Delegation> withIds(Collection<String> ids) {
        return store.withIds(context.realmId(), ids, context.now());
    }

    /** All delegations that a person was given or gave and that are still kept. */
    public List<Delegation> concerning(String userId) {
        return store.concerning(context.realmId(), userId);
    }

    /** Withdraws a delegation and all that was given through it; returns them, the delegation itself first. */
    public List<Delegation> withdraw(Delegation delegation, String actor) {
        List<Delegation> removed = new DelegationWithdrawal(context, store, this).remove(delegation);
        removed.forEach(it -> journal(actor, JournalAction.DELEGATION_ENDED, it));
        return removed;
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

    private List<Delegation> holdingOf(List<Delegation> delegations) {
        Set<String> holding = holding(delegations);
        return delegations.stream().filter(it -> holding.contains(it.id())).toList();
    }

    void journal(String actor, JournalAction action, Delegation delegation) {
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
