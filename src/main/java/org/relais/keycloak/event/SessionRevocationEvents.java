package org.relais.keycloak.event;

import java.time.Clock;
import org.keycloak.models.GroupModel.GroupEvent;
import org.keycloak.models.GroupModel.GroupMemberLeaveEvent;
import org.keycloak.models.GroupModel.GroupPathChangeEvent;
import org.keycloak.models.GroupModel.GroupRemovedEvent;
import org.keycloak.models.GroupModel.GroupUpdatedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.provider.ProviderEvent;
import org.relais.keycloak.logout.SessionRevocation;
import org.relais.keycloak.logout.SessionRevocationJob;
import org.relais.keycloak.platform.AfterCommit;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.MovedGroups;
import org.relais.keycloak.school.Schools;

/** Notes the sessions that an ending membership had opened, alone or with its group, and ends them after the commit. */
record SessionRevocationEvents(Clock clock, SessionRevocationJob job) {

    private static final String REVOCATION_REQUESTED = SessionRevocationEvents.class.getName();

    void on(ProviderEvent event) {
        if (event instanceof GroupMemberLeaveEvent leave && leave.getRealm() != null) {
            schools(leave).managedGroup(leave.getGroup()).ifPresent(group -> left(leave, group));
        } else if (event instanceof GroupRemovedEvent removed && removed.getRealm() != null) {
            schools(removed).managedGroup(removed.getGroup()).ifPresent(group -> ended(removed, group));
        } else if (event instanceof GroupPathChangeEvent moved && moved.getRealm() != null) {
            new MovedGroups(moved.getKeycloakSession(), moved.getRealm())
                    .losing(moved.getGroup(), moved.getPreviousPath())
                    .forEach(group -> ended(moved, group));
        } else if (event instanceof GroupUpdatedEvent updated
                && updated.getRealm() != null
                && schools(updated).isFalseSchool(updated.getGroup())) {
            new MovedGroups(updated.getKeycloakSession(), updated.getRealm())
                    .losing(updated.getGroup(), ModelToRepresentation.buildGroupPath(updated.getGroup()))
                    .forEach(group -> ended(updated, group));
        }
    }

    private void left(GroupMemberLeaveEvent event, ManagedGroup group) {
        revocation(event).membershipEnded(group, event.getUser().getId());
        revokeAfterCommit(event.getKeycloakSession());
    }

    private void ended(GroupEvent event, ManagedGroup group) {
        revocation(event).groupEnded(group);
        revokeAfterCommit(event.getKeycloakSession());
    }

    private void revokeAfterCommit(KeycloakSession session) {
        if (session.getAttribute(REVOCATION_REQUESTED) == null) {
            session.setAttribute(REVOCATION_REQUESTED, Boolean.TRUE);
            AfterCommit.inTransaction(session, "Revocation of sessions", job::runSoon);
        }
    }

    private SessionRevocation revocation(GroupEvent event) {
        return new SessionRevocation(new RealmContext(event.getKeycloakSession(), event.getRealm(), clock));
    }

    private static Schools schools(GroupEvent event) {
        return new Schools(event.getKeycloakSession(), event.getRealm());
    }
}
