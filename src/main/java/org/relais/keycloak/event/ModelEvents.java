package org.relais.keycloak.event;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.GroupModel;
import org.keycloak.models.GroupModel.GroupMemberJoinEvent;
import org.keycloak.models.GroupModel.GroupMemberLeaveEvent;
import org.keycloak.models.GroupModel.GroupPathChangeEvent;
import org.keycloak.models.GroupModel.GroupRemovedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmCreationEvent;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;
import org.relais.keycloak.authority.Delegations;
import org.relais.keycloak.grant.Departures;
import org.relais.keycloak.grant.EndCause;
import org.relais.keycloak.grant.Erasure;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.Journal;
import org.relais.keycloak.grant.JournalAction;
import org.relais.keycloak.grant.PrivilegedGroups;
import org.relais.keycloak.grant.Projection;
import org.relais.keycloak.notice.Mails;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.RealmBirth;
import org.relais.keycloak.school.Schools;

/**
 * What the model tells, in the transaction of whoever changes it: memberships that change by other means than the ledger,
 * and people, groups and realms that are deleted.
 */
final class ModelEvents {

    private final Clock clock;

    ModelEvents(Clock clock) {
        this.clock = clock;
    }

    void on(ProviderEvent event) {
        if (event instanceof GroupMemberJoinEvent join) {
            joined(join);
        } else if (event instanceof GroupMemberLeaveEvent leave) {
            left(leave);
        } else if (event instanceof UserRemovedEvent removed) {
            String userId = removed.getUser().getId();
            departures(removed.getKeycloakSession(), removed.getRealm()).personRemoved(userId);
            new Delegations(removed.getKeycloakSession(), removed.getRealm(), clock).personRemoved(userId);
            new Erasure(removed.getKeycloakSession())
                    .personRemoved(removed.getRealm().getId(), removed.getUser());
            Mails.personRemoved(removed.getKeycloakSession(), removed.getRealm().getId(), userId);
        } else if (event instanceof GroupRemovedEvent removed) {
            String groupId = removed.getGroup().getId();
            departures(removed.getKeycloakSession(), removed.getRealm()).groupRemoved(groupId);
            new Delegations(removed.getKeycloakSession(), removed.getRealm(), clock).groupRemoved(groupId);
        } else if (event instanceof GroupPathChangeEvent moved) {
            moved(moved);
        } else if (event instanceof RealmRemovedEvent removed) {
            String realmId = removed.getRealm().getId();
            new Erasure(removed.getKeycloakSession()).realmRemoved(realmId);
            Delegations.realmRemoved(removed.getKeycloakSession(), realmId);
            Mails.realmRemoved(removed.getKeycloakSession(), realmId);
        } else if (event instanceof RealmCreationEvent created) {
            RealmBirth.begins(created.getKeycloakSession(), created.getCreatedRealm());
        } else if (event instanceof RealmPostCreateEvent created) {
            RealmBirth.ends(created.getKeycloakSession(), created.getCreatedRealm());
        }
    }

    private void joined(GroupMemberJoinEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        managedGroup(event, event.getGroup())
                .ifPresent(group -> new Journal(session, event.getRealm(), clock)
                        .write(
                                actor(session),
                                JournalAction.JOINED,
                                group.id(),
                                event.getUser().getId(),
                                Map.of()));
    }

    private void left(GroupMemberLeaveEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        String userId = event.getUser().getId();
        managedGroup(event, event.getGroup()).ifPresent(group -> {
            Optional<Grant> ended =
                    departures(session, event.getRealm()).personLeft(group.id(), userId, actor(session));
            if (ended.isEmpty()) {
                new Journal(session, event.getRealm(), clock)
                        .write(actor(session), JournalAction.LEFT, group.id(), userId, Map.of());
            }
        });
    }

    private void moved(GroupPathChangeEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        RealmModel realm = event.getRealm();
        GroupModel group = event.getGroup();
        Schools schools = new Schools(session, realm);
        Optional<ManagedGroup> managed = schools.managedGroup(group);
        if (managed.isPresent()) {
            departures(session, realm).groupMoved(managed.get());
        } else if (schools.school(group).isEmpty()) {
            departures(session, realm).endAllIn(group.getId(), EndCause.GROUP_REMOVED);
            departures(session, realm).endAllBelow(group.getId(), EndCause.GROUP_REMOVED);
        }
        new PrivilegedGroups(session, realm, clock).close();
    }

    /** The managed group of which a membership changes, unless the ledger itself is changing it. */
    private static Optional<ManagedGroup> managedGroup(GroupModel.GroupEvent event, GroupModel group) {
        KeycloakSession session = event.getKeycloakSession();
        return event.getRealm() == null || Projection.isActing(session)
                ? Optional.empty()
                : new Schools(session, event.getRealm()).managedGroup(group);
    }

    private Departures departures(KeycloakSession session, RealmModel realm) {
        return new Departures(session, realm, clock);
    }

    /**
     * Whoever holds the token of the request; nobody for a sign-in, a federation or a task. The token itself may not say: that
     * of the Admin Console is a lightweight one, without a subject.
     */
    private static String actor(KeycloakSession session) {
        UserModel user = session.getContext().getBearerToken() == null
                ? null
                : session.getContext().getUser();
        return user == null ? Journal.SYSTEM : user.getId();
    }
}
