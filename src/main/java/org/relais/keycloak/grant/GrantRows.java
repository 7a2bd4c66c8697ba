package org.relais.keycloak.grant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.grant.GrantChanged.Kind;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.platform.Impersonator;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.School;

/**
 * Writes single rows of the ledger, each with its journal and, where it says so, its membership. Whoever calls has locked the
 * row and knows that the change is allowed.
 */
final class GrantRows {

    private final RealmContext context;
    private final Academy academy;
    private final GrantStore store;
    private final GrantEvents grantEvents;
    private final Projection projection;

    GrantRows(RealmContext context) {
        this.context = context;
        this.academy = Academy.of(context.realm());
        this.store = new GrantStore(context.entityManager());
        this.grantEvents = new GrantEvents(context);
        this.projection = new Projection(context);
    }

    /** A row to be added, from now until the end of a day. */
    GrantEntity newGrant(ManagedGroup group, LocalDate lastDay, String reason, String actor) {
        GrantEntity grant = new GrantEntity();
        grant.id = KeycloakModelUtils.generateId();
        grant.realmId = context.realmId();
        grant.schoolId = group.school().id();
        grant.groupId = group.id();
        grant.startsAt = context.clock().millis();
        grant.endsAt = academy.endOf(lastDay).toEpochMilli();
        grant.reason = reason == null ? null : reason.strip();
        grant.grantedBy = actor;
        grant.givenImpersonator = Impersonator.idOf(context.session(), actor);
        grant.grantedAt = context.clock().millis();
        return grant;
    }

    /** Adds the row of a grant that was given, to a person or to an identifier. */
    void add(GrantEntity grant, String actor) {
        store.add(grant);
        grantEvents.publish(Kind.GIVEN, null, grant, actor, detailsOf(grant));
    }

    /** Makes the person of a grant a member of its group. */
    void join(UserModel person, GrantEntity grant) {
        projection.join(person, groupOf(grant));
    }

    /** Tells of another last day or another reason. */
    void changed(Grant before, GrantEntity grant, String actor) {
        Map<String, String> details = detailsOf(grant);
        details.put("endedOn", academy.lastDayBefore(before.endsAt()).toString());
        grantEvents.publish(Kind.CHANGED, before, grant, actor, details);
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
        grant.endedImpersonator = Impersonator.idOf(context.session(), actor);
        grantEvents.publish(Kind.ENDED, before, grant, actor, Map.of("cause", cause.name()));
    }

    /** Moves a grant to the school to which its group has moved. */
    void move(GrantEntity grant, School school) {
        Grant before = grant.toGrant();
        grant.schoolId = school.id();
        grantEvents.publish(Kind.MOVED, before, grant, Journal.SYSTEM, Map.of());
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
