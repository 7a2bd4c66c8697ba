package org.relais.keycloak.grant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.grant.GrantChanged.Kind;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.ChangeRejected;
import org.relais.keycloak.problem.Conflict;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Profile;
import org.relais.keycloak.school.School;

/**
 * The ledger of early access. It is the truth, and Keycloak's group membership is its projection: every act here writes the
 * row, the membership and the journal in the caller's transaction.
 */
public final class Ledger {

    private final RealmContext context;
    private final Academy academy;
    private final GrantStore store;
    private final GrantEvents grantEvents;
    private final Projection projection;
    private final Eligibility eligibility;

    public Ledger(RealmContext context) {
        this.context = context;
        this.academy = Academy.of(context.realm());
        this.store = new GrantStore(context.entityManager());
        this.grantEvents = new GrantEvents(context);
        this.projection = new Projection(context);
        this.eligibility = new Eligibility(context);
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

    /** How many grants run in all groups of a profile. */
    public long countRunning(Profile profile) {
        GrantFilter ofProfile = new GrantFilter(null, null, null, null, null, null).ofProfile(profile.suffix());
        return store.count(context.realmId(), ofProfile.runningOnly(), context.now());
    }

    public List<Grant> search(GrantFilter filter, GrantPosition after, int max) {
        return store.search(context.realmId(), filter, context.now(), after, max);
    }

    /** The grants that a filter finds and that end last, from the last backwards. */
    public List<Grant> latest(GrantFilter filter, int max) {
        return store.latest(context.realmId(), filter, context.now(), max);
    }

    /** Gives an access from now until the end of a day to a person who is not a member of the group. */
    Grant give(ManagedGroup group, UserModel person, LocalDate lastDay, String reason, String actor) {
        GrantEntity grant = newGrant(group, lastDay, reason, actor);
        grant.activateFor(person.getId());
        store.add(grant);
        grantEvents.publish(Kind.GIVEN, null, grant, actor, detailsOf(grant));
        projection.join(person, groupOf(grant));
        return grant.toGrant();
    }

    /** Keeps an access for the account that will have this identifier or email address, in lower case. */
    Grant awaitAccount(ManagedGroup group, String identifier, LocalDate lastDay, String reason, String actor) {
        GrantEntity grant = newGrant(group, lastDay, reason, actor);
        grant.awaitFor(identifier);
        store.add(grant);
        grantEvents.publish(Kind.GIVEN, null, grant, actor, detailsOf(grant));
        return grant.toGrant();
    }

    /**
     * Renews or shortens.
     *
     * @param lastDay null to leave it
     * @param reason  null to leave it
     */
    public Grant change(ManagedGroup group, String grantId, LocalDate lastDay, String reason, String actor) {
        return change(group, grantId, lastDay, reason, actor, new GrantLimits(academy, context.clock()));
    }

    /** Renews or shortens within the limits of administrators. */
    Grant renew(ManagedGroup group, String grantId, LocalDate lastDay, String reason, String actor) {
        return change(group, grantId, lastDay, reason, actor, GrantLimits.ofRenewal(academy, context.clock()));
    }

    /** Why a grant that runs cannot be renewed; empty if it can. */
    List<Problem> problemsOfRenewal(ManagedGroup group, Grant grant, LocalDate lastDay, String reason) {
        return GrantLimits.ofRenewal(academy, context.clock())
                .problemsOfChange(group, grant, lastDay, reason, eligibility);
    }

    private Grant change(
            ManagedGroup group, String grantId, LocalDate lastDay, String reason, String actor, GrantLimits limits) {
        if (lastDay != null) {
            find(grantId).map(Grant::userId).ifPresent(eligibility::ofPerson);
        }
        GrantEntity grant = lockOpen(grantId);
        List<Problem> problems = limits.problemsOfChange(group, grant.toGrant(), lastDay, reason, eligibility);
        if (!problems.isEmpty()) {
            throw new ChangeRejected(problems);
        }
        Grant before = grant.toGrant();
        Map<String, String> details = new HashMap<>();
        details.put("endedOn", academy.lastDayBefore(before.endsAt()).toString());
        if (lastDay != null) {
            grant.endsAt = limits.endOf(lastDay).toEpochMilli();
        }
        if (reason != null) {
            grant.reason = reason.strip();
        }
        details.putAll(detailsOf(grant));
        grantEvents.publish(Kind.CHANGED, before, grant, actor, details);
        store.flush();
        return grant.toGrant();
    }

    /** Ends a grant before its day: row, membership and journal. */
    public Grant end(String grantId, EndCause cause, String actor) {
        GrantEntity grant = lockOpen(grantId);
        end(grant, cause, actor);
        store.flush();
        return grant.toGrant();
    }

    /** Ends a grant whose days are over; does nothing if somebody renewed or ended it meanwhile. */
    boolean expire(String grantId) {
        GrantEntity grant = store.lock(grantId);
        if (isDue(grant)) {
            end(grant, EndCause.EXPIRED, Journal.SYSTEM);
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
            close(grant, over ? EndCause.EXPIRED : EndCause.REGULARISED, Journal.SYSTEM);
            store.flush();
        }
    }

    private GrantEntity lockOpen(String grantId) {
        GrantEntity grant = store.lock(grantId);
        if (grant.status == GrantStatus.ENDED || grant.toGrant().isOverAt(context.now())) {
            throw new Conflict(Problem.general(GrantProblem.GRANT_ENDED));
        }
        return grant;
    }

    /** Ends a grant: row, membership and journal. */
    void end(GrantEntity grant, EndCause cause, String actor) {
        boolean carried = grant.status == GrantStatus.ACTIVE;
        close(grant, cause, actor);
        UserModel person = carried ? LocalUsers.byId(context, grant.userId) : null;
        GroupModel group = carried ? groupOf(grant) : null;
        if (person != null && group != null) {
            projection.leave(person, group);
        }
    }

    /** Closes a grant whose membership is gone already, or stays: row and journal. */
    void close(GrantEntity grant, EndCause cause, String actor) {
        Grant before = grant.toGrant();
        grant.end(cause, actor, context.now());
        grantEvents.publish(Kind.ENDED, before, grant, actor, Map.of("cause", cause.name()));
    }

    /** Moves a grant to the school to which its group has moved. */
    void move(GrantEntity grant, School school) {
        Grant before = grant.toGrant();
        grant.schoolId = school.id();
        grantEvents.publish(Kind.MOVED, before, grant, Journal.SYSTEM, Map.of());
    }

    private GrantEntity newGrant(ManagedGroup group, LocalDate lastDay, String reason, String actor) {
        GrantEntity grant = new GrantEntity();
        grant.id = KeycloakModelUtils.generateId();
        grant.realmId = context.realmId();
        grant.schoolId = group.school().id();
        grant.groupId = group.id();
        grant.startsAt = context.clock().millis();
        grant.endsAt = academy.endOf(lastDay).toEpochMilli();
        grant.reason = reason == null ? null : reason.strip();
        grant.grantedBy = actor;
        grant.grantedAt = context.clock().millis();
        return grant;
    }

    private GroupModel groupOf(GrantEntity grant) {
        return context.session().groups().getGroupById(context.realm(), grant.groupId);
    }

    private Map<String, String> detailsOf(GrantEntity grant) {
        Map<String, String> details = new HashMap<>();
        details.put(
                "endsOn",
                academy.lastDayBefore(Instant.ofEpochMilli(grant.endsAt)).toString());
        if (grant.reason != null) {
            details.put(Journal.REASON, grant.reason);
        }
        if (grant.identifier != null) {
            details.put(Journal.IDENTIFIER, grant.identifier);
        }
        return details;
    }
}
