package org.relais.keycloak.grant;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.UserModel;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Profile;

/**
 * The ledger of early access. It is the truth, and Keycloak's group membership is its projection: every act here writes the
 * row, the membership and the journal in the caller's transaction.
 */
public final class Ledger {

    private final RealmContext context;
    private final Academy academy;
    private final GrantStore store;
    private final GrantListStore lists;
    private final GrantRows rows;
    private final GrantRenewal renewal;

    public Ledger(RealmContext context) {
        this.context = context;
        this.academy = Academy.of(context.realm());
        this.store = new GrantStore(context.entityManager());
        this.lists = new GrantListStore(context.entityManager());
        this.rows = new GrantRows(context);
        this.renewal = new GrantRenewal(context, rows);
    }

    public Optional<Grant> find(String grantId) {
        return store.find(context.realmId(), grantId);
    }

    /** The grants with these ids that exist, in the same order. */
    public List<Grant> withIds(Collection<String> grantIds) {
        Map<String, Grant> found = store.withIds(context.realmId(), grantIds).stream()
                .collect(Collectors.toMap(Grant::id, Function.identity()));
        return grantIds.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** The grants a person has, one per group at most, whether or not their days are over. */
    public List<Grant> openOf(String userId) {
        return store.openOfPerson(context.realmId(), userId);
    }

    /** The same for some people; one statement whatever their number. */
    public List<Grant> openOf(Collection<String> userIds) {
        return userIds.isEmpty() ? List.of() : store.openOfPeople(context.realmId(), userIds);
    }

    /** How many grants run in all groups of a profile. */
    public long countRunning(Profile profile) {
        GrantFilter ofProfile = new GrantFilter(null, null, null, null, null, null).ofProfile(profile.suffix());
        return lists.count(context.realmId(), ofProfile.runningOnly(), context.now());
    }

    public List<Grant> search(GrantFilter filter, GrantPosition after, int max) {
        return lists.search(context.realmId(), filter, context.now(), after, max);
    }

    /** The grants that a filter finds and that end last, from the last backwards. */
    public List<Grant> latest(GrantFilter filter, int max) {
        return lists.latest(context.realmId(), filter, context.now(), max);
    }

    /** Gives an access from now until the end of a day to a person who is not a member of the group. */
    Grant give(ManagedGroup group, UserModel person, LocalDate lastDay, String reason, String actor) {
        GrantEntity grant = rows.newGrant(group, lastDay, reason, actor);
        grant.activateFor(person.getId());
        rows.add(grant, actor);
        rows.join(person, grant);
        return grant.toGrant();
    }

    /** Keeps an access for the account that will have this identifier or email address, in lower case. */
    Grant awaitAccount(ManagedGroup group, String identifier, LocalDate lastDay, String reason, String actor) {
        GrantEntity grant = rows.newGrant(group, lastDay, reason, actor);
        grant.awaitFor(identifier);
        rows.add(grant, actor);
        return grant.toGrant();
    }

    /**
     * Renews or shortens.
     *
     * @param lastDay null to leave it
     * @param reason  null to leave it
     * @param anybody whether an administrator decides, who may name people whom managers do not find
     */
    public Grant change(
            ManagedGroup group, String grantId, LocalDate lastDay, String reason, boolean anybody, String actor) {
        return renewal.change(
                group, grantId, lastDay, reason, anybody, actor, new GrantLimits(academy, context.clock()));
    }

    /** Renews or shortens within the limits of administrators. */
    Grant renew(ManagedGroup group, String grantId, LocalDate lastDay, String reason, String actor) {
        return renewal.change(
                group, grantId, lastDay, reason, true, actor, GrantLimits.ofRenewal(academy, context.clock()));
    }

    /** Why a grant that runs cannot be renewed; empty if it can. */
    List<Problem> problemsOfRenewal(ManagedGroup group, Grant grant, LocalDate lastDay, String reason) {
        return renewal.problemsOf(group, grant, lastDay, reason, GrantLimits.ofRenewal(academy, context.clock()));
    }

    /** Ends a grant before its day: row, membership and journal. */
    public Grant end(String grantId, EndCause cause, String actor) {
        GrantEntity grant = store.lockOpen(grantId, context.now());
        rows.end(grant, cause, actor);
        store.flush();
        return grant.toGrant();
    }

    /** Ends a grant whose days are over; does nothing if somebody renewed or ended it meanwhile. */
    boolean expire(String grantId) {
        GrantEntity grant = store.lock(grantId);
        if (isDue(grant)) {
            rows.end(grant, EndCause.EXPIRED, Journal.SYSTEM);
            store.flush();
            return true;
        }
        return false;
    }

    boolean isDue(GrantEntity grant) {
        return grant.status != GrantStatus.ENDED && grant.toGrant().isOverAt(context.now());
    }

    /** Closes the grant of a person whom the record has reached. The membership stays, and is official from now on. */
    void regularise(String grantId) {
        GrantEntity grant = store.lock(grantId);
        if (grant.status != GrantStatus.ENDED) {
            boolean over = grant.toGrant().isOverAt(context.now());
            rows.close(grant, over ? EndCause.EXPIRED : EndCause.REGULARISED, Journal.SYSTEM);
            store.flush();
        }
    }
}
