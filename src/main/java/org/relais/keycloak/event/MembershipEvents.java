package org.relais.keycloak.event;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.GroupModel;
import org.keycloak.models.GroupModel.GroupMemberJoinEvent;
import org.keycloak.models.GroupModel.GroupMemberLeaveEvent;
import org.keycloak.models.GroupModel.GroupPathChangeEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.relais.keycloak.grant.EndCause;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.GrantRevocation;
import org.relais.keycloak.grant.PrivilegedGroups;
import org.relais.keycloak.grant.Projection;
import org.relais.keycloak.grant.Regularisation;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.journal.JournalAction;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Schools;

/** Handles memberships that change by other means than the ledger, and groups that move, in the transaction of the change. */
record MembershipEvents(Clock clock) {

    void on(ProviderEvent event) {
        if (event instanceof GroupMemberJoinEvent join && !Projection.isActing(join.getKeycloakSession())) {
            managedGroup(join, join.getGroup()).ifPresent(group -> joined(join, group));
        } else if (event instanceof GroupMemberLeaveEvent leave && !Projection.isActing(leave.getKeycloakSession())) {
            managedGroup(leave, leave.getGroup()).ifPresent(group -> left(leave, group));
        } else if (event instanceof GroupPathChangeEvent moved) {
            moved(moved);
        }
    }

    private void joined(GroupMemberJoinEvent event, ManagedGroup group) {
        KeycloakSession session = event.getKeycloakSession();
        String userId = event.getUser().getId();
        journal(event).write(actor(session), JournalAction.JOINED, group.id(), userId, Map.of());
        new Regularisation(new RealmContext(session, event.getRealm(), clock)).reached(group, userId);
    }

    private void left(GroupMemberLeaveEvent event, ManagedGroup group) {
        KeycloakSession session = event.getKeycloakSession();
        String userId = event.getUser().getId();
        Optional<Grant> ended = new GrantRevocation(new RealmContext(session, event.getRealm(), clock))
                .personLeft(group.id(), userId, actor(session));
        if (ended.isEmpty()) {
            journal(event).write(actor(session), JournalAction.LEFT, group.id(), userId, Map.of());
        }
    }

    private void moved(GroupPathChangeEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        RealmModel realm = event.getRealm();
        GroupModel group = event.getGroup();
        GrantRevocation revocation = new GrantRevocation(new RealmContext(session, realm, clock));
        Schools schools = new Schools(session, realm);
        Optional<ManagedGroup> managed = schools.managedGroup(group);
        if (managed.isPresent()) {
            revocation.groupMoved(managed.get());
        } else if (schools.school(group).isEmpty() && !schools.isFalseSchool(group)) {
            revocation.endAllIn(group.getId(), EndCause.GROUP_REMOVED);
            revocation.endAllBelow(group.getId(), EndCause.GROUP_REMOVED);
        }
        new PrivilegedGroups(new RealmContext(session, realm, clock)).close();
    }

    private Journal journal(GroupModel.GroupEvent event) {
        return new Journal(new RealmContext(event.getKeycloakSession(), event.getRealm(), clock));
    }

    private static Optional<ManagedGroup> managedGroup(GroupModel.GroupEvent event, GroupModel group) {
        return event.getRealm() == null
                ? Optional.empty()
                : new Schools(event.getKeycloakSession(), event.getRealm()).managedGroup(group);
    }

    /**
     * The owner of the request's token, or the system for a sign-in, a federation or a task. The session knows the owner; the
     * token may not: that of the Admin Console is a lightweight one, without a subject.
     */
    private static String actor(KeycloakSession session) {
        UserModel user = session.getContext().getBearerToken() == null
                ? null
                : session.getContext().getUser();
        return user == null ? Journal.SYSTEM : user.getId();
    }
}
