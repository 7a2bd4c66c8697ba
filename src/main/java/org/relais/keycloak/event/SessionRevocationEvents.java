package org.relais.keycloak.event;

import java.time.Clock;
import org.keycloak.models.GroupModel.GroupMemberLeaveEvent;
import org.keycloak.models.GroupModel.GroupPathChangeEvent;
import org.keycloak.models.GroupModel.GroupRemovedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.relais.keycloak.logout.SessionRevocation;
import org.relais.keycloak.logout.SessionRevocationJob;
import org.relais.keycloak.platform.AfterCommit;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.MovedGroups;
import org.relais.keycloak.school.Schools;

/** Memberships that end, by themselves or with their group: the sessions they opened are noted, and ended after the commit. */
final class SessionRevocationEvents {

    private static final String SIGNED_OFF = SessionRevocationEvents.class.getName();

    private final Clock clock;
    private final SessionRevocationJob round;

    SessionRevocationEvents(Clock clock, SessionRevocationJob round) {
        this.clock = clock;
        this.round = round;
    }

    void on(ProviderEvent event) {
        if (event instanceof GroupMemberLeaveEvent leave && leave.getRealm() != null) {
            left(leave);
        } else if (event instanceof GroupRemovedEvent removed && removed.getRealm() != null) {
            removed(removed);
        } else if (event instanceof GroupPathChangeEvent moved && moved.getRealm() != null) {
            moved(moved);
        }
    }

    private void left(GroupMemberLeaveEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        new Schools(session, event.getRealm()).managedGroup(event.getGroup()).ifPresent(group -> {
            sessionRevocation(session, event.getRealm())
                    .membershipEnded(group, event.getUser().getId());
            carryOutAfter(session);
        });
    }

    private void removed(GroupRemovedEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        new Schools(session, event.getRealm()).managedGroup(event.getGroup()).ifPresent(group -> {
            sessionRevocation(session, event.getRealm()).groupEnded(group);
            carryOutAfter(session);
        });
    }

    private void moved(GroupPathChangeEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        new MovedGroups(session, event.getRealm())
                .losing(event.getGroup(), event.getPreviousPath())
                .forEach(group -> {
                    sessionRevocation(session, event.getRealm()).groupEnded(group);
                    carryOutAfter(session);
                });
    }

    private SessionRevocation sessionRevocation(KeycloakSession session, RealmModel realm) {
        return new SessionRevocation(new RealmContext(session, realm, clock));
    }

    private void carryOutAfter(KeycloakSession session) {
        if (session.getAttribute(SIGNED_OFF) == null) {
            session.setAttribute(SIGNED_OFF, Boolean.TRUE);
            AfterCommit.inTransaction(session, "sessions", round::runSoon);
        }
    }
}
