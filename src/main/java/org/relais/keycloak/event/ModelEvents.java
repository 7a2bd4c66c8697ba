package org.relais.keycloak.event;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.GroupModel;
import org.keycloak.models.GroupModel.GroupCreatedEvent;
import org.keycloak.models.GroupModel.GroupMemberJoinEvent;
import org.keycloak.models.GroupModel.GroupMemberLeaveEvent;
import org.keycloak.models.GroupModel.GroupPathChangeEvent;
import org.keycloak.models.GroupModel.GroupRemovedEvent;
import org.keycloak.models.GroupModel.GroupUpdatedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmCreationEvent;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;
import org.relais.keycloak.authority.Delegations;
import org.relais.keycloak.directory.index.IndexReconciliation;
import org.relais.keycloak.directory.index.IndexWorker;
import org.relais.keycloak.directory.index.PeopleIndex;
import org.relais.keycloak.grant.EndCause;
import org.relais.keycloak.grant.Erasure;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.GrantRevocation;
import org.relais.keycloak.grant.OfficialRecordReconciliation;
import org.relais.keycloak.grant.PrivilegedGroups;
import org.relais.keycloak.grant.Projection;
import org.relais.keycloak.grant.Regularisation;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.journal.JournalAction;
import org.relais.keycloak.logout.SessionRevocation;
import org.relais.keycloak.notification.Mails;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Profiles;
import org.relais.keycloak.school.Schools;
import org.relais.keycloak.school.component.RealmImportState;
import org.relais.keycloak.school.importing.SchoolImports;

/**
 * What the model tells, in the transaction of whoever changes it: memberships that change by other means than the ledger,
 * and people, groups and realms that are deleted.
 */
final class ModelEvents {

    private static final String SWEEP_CALLED = ModelEvents.class.getName() + ".sweepCalled";

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
            grantRevocation(removed.getKeycloakSession(), removed.getRealm()).personRemoved(userId);
            PeopleIndex.removed(removed.getKeycloakSession(), userId);
            new Delegations(new RealmContext(removed.getKeycloakSession(), removed.getRealm(), clock))
                    .personRemoved(userId);
            new Erasure(removed.getKeycloakSession())
                    .personRemoved(removed.getRealm().getId(), removed.getUser());
            Mails.personRemoved(removed.getKeycloakSession(), removed.getRealm().getId(), userId);
        } else if (event instanceof GroupRemovedEvent removed) {
            String groupId = removed.getGroup().getId();
            grantRevocation(removed.getKeycloakSession(), removed.getRealm()).groupRemoved(groupId);
            new Delegations(new RealmContext(removed.getKeycloakSession(), removed.getRealm(), clock))
                    .groupRemoved(groupId);
        } else if (event instanceof GroupPathChangeEvent moved) {
            moved(moved);
            changed(moved, moved.getGroup());
        } else if (event instanceof GroupCreatedEvent created) {
            changed(created, created.getGroup());
        } else if (event instanceof GroupUpdatedEvent updated) {
            changed(updated, updated.getGroup());
        } else if (event instanceof RealmRemovedEvent removed) {
            String realmId = removed.getRealm().getId();
            new Erasure(removed.getKeycloakSession()).realmRemoved(realmId);
            Delegations.realmRemoved(removed.getKeycloakSession(), realmId);
            SessionRevocation.realmRemoved(removed.getKeycloakSession(), realmId);
            Mails.realmRemoved(removed.getKeycloakSession(), realmId);
            IndexReconciliation.realmRemoved(removed.getKeycloakSession(), realmId);
            SchoolImports.realmRemoved(removed.getKeycloakSession(), realmId);
            UserChangeHandler.realmRemoved(removed.getKeycloakSession(), realmId);
        } else if (event instanceof RealmCreationEvent created) {
            RealmImportState.begins(created.getKeycloakSession(), created.getCreatedRealm());
        } else if (event instanceof RealmPostCreateEvent created) {
            RealmImportState.ends(created.getKeycloakSession(), created.getCreatedRealm());
            born(created.getKeycloakSession(), created.getCreatedRealm());
        }
    }

    private void joined(GroupMemberJoinEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        String userId = event.getUser().getId();
        if (!Projection.isActing(session)) {
            managedGroup(event, event.getGroup()).ifPresent(group -> {
                new Journal(new RealmContext(session, event.getRealm(), clock))
                        .write(actor(session), JournalAction.JOINED, group.id(), userId, Map.of());
                new Regularisation(new RealmContext(session, event.getRealm(), clock)).reached(group, userId);
            });
        }
    }

    private void left(GroupMemberLeaveEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        String userId = event.getUser().getId();
        managedGroup(event, event.getGroup()).ifPresent(group -> {
            if (!Projection.isActing(session)) {
                takenOut(session, event.getRealm(), group, userId);
            }
        });
    }

    private void takenOut(KeycloakSession session, RealmModel realm, ManagedGroup group, String userId) {
        Optional<Grant> ended = grantRevocation(session, realm).personLeft(group.id(), userId, actor(session));
        if (ended.isEmpty()) {
            new Journal(new RealmContext(session, realm, clock))
                    .write(actor(session), JournalAction.LEFT, group.id(), userId, Map.of());
        }
    }

    /** A school or a managed group has come or changed: the record may now lead to it. */
    private void changed(GroupModel.GroupEvent event, GroupModel group) {
        KeycloakSession session = event.getKeycloakSession();
        RealmModel realm = event.getRealm();
        if (realm != null
                && session.getAttribute(SWEEP_CALLED + realm.getId()) == null
                && new Schools(session, realm).concerns(group)) {
            session.setAttribute(SWEEP_CALLED + realm.getId(), Boolean.TRUE);
            new OfficialRecordReconciliation(new RealmContext(session, realm, clock)).request();
        }
    }

    /** A realm that comes with its people: no event tells of them. */
    private void born(KeycloakSession session, RealmModel realm) {
        if (!Profiles.of(realm).all().isEmpty()) {
            IndexWorker.continueAfterCommit(new RealmContext(session, realm, clock));
        }
    }

    private void moved(GroupPathChangeEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        RealmModel realm = event.getRealm();
        GroupModel group = event.getGroup();
        Schools schools = new Schools(session, realm);
        Optional<ManagedGroup> managed = schools.managedGroup(group);
        if (managed.isPresent()) {
            grantRevocation(session, realm).groupMoved(managed.get());
        } else if (schools.school(group).isEmpty()) {
            grantRevocation(session, realm).endAllIn(group.getId(), EndCause.GROUP_REMOVED);
            grantRevocation(session, realm).endAllBelow(group.getId(), EndCause.GROUP_REMOVED);
        }
        new PrivilegedGroups(new RealmContext(session, realm, clock)).close();
    }

    private static Optional<ManagedGroup> managedGroup(GroupModel.GroupEvent event, GroupModel group) {
        return event.getRealm() == null
                ? Optional.empty()
                : new Schools(event.getKeycloakSession(), event.getRealm()).managedGroup(group);
    }

    private GrantRevocation grantRevocation(KeycloakSession session, RealmModel realm) {
        return new GrantRevocation(new RealmContext(session, realm, clock));
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
