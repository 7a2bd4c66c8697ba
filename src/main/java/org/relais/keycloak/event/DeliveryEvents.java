package org.relais.keycloak.event;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.GroupModel.GroupMemberJoinEvent;
import org.keycloak.models.GroupModel.GroupMemberLeaveEvent;
import org.keycloak.models.GroupModel.GroupPathChangeEvent;
import org.keycloak.models.GroupModel.GroupRemovedEvent;
import org.keycloak.models.GroupModel.GroupUpdatedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;
import org.relais.keycloak.delivery.Deliveries;
import org.relais.keycloak.delivery.RealmTarget;
import org.relais.keycloak.grant.GrantChanged;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Schools;

/**
 * Requests the synchronization of a person in the applications when a membership of a managed group changes: by a grant, by
 * the official record or by hand, in the transaction of the change.
 */
record DeliveryEvents(Clock clock) {

    void on(ProviderEvent event) {
        if (event instanceof GrantChanged change) {
            grantChanged(change);
        } else if (event instanceof GroupMemberJoinEvent join) {
            membershipChanged(join, join.getUser().getId());
        } else if (event instanceof GroupMemberLeaveEvent leave) {
            membershipChanged(leave, leave.getUser().getId());
        } else if (event instanceof UserRemovedEvent removed) {
            new Deliveries(new RealmContext(removed.getKeycloakSession(), removed.getRealm(), clock))
                    .gone(removed.getUser().getId());
        } else if (event instanceof GroupRemovedEvent removed) {
            removed(removed);
        } else if (event instanceof GroupPathChangeEvent moved) {
            moved(moved);
        } else if (event instanceof GroupUpdatedEvent updated) {
            updated(updated);
        } else if (event instanceof RealmRemovedEvent removed) {
            Deliveries.realmRemoved(
                    removed.getKeycloakSession(), removed.getRealm().getId());
        }
    }

    private void grantChanged(GrantChanged change) {
        if (change.concernsAccount() && hasTargets(change.realm())) {
            changed(
                    change.session(),
                    change.realm(),
                    change.grant().groupId(),
                    change.grant().userId());
        }
    }

    private void membershipChanged(GroupModel.GroupEvent event, String userId) {
        if (event.getRealm() != null && hasTargets(event.getRealm())) {
            Optional<ManagedGroup> group =
                    new Schools(event.getKeycloakSession(), event.getRealm()).managedGroup(event.getGroup());
            group.ifPresent(
                    managed -> new Deliveries(new RealmContext(event.getKeycloakSession(), event.getRealm(), clock))
                            .changedIn(managed, userId));
        }
    }

    private void changed(KeycloakSession session, RealmModel realm, String groupId, String userId) {
        Deliveries deliveries = new Deliveries(new RealmContext(session, realm, clock));
        new Schools(session, realm)
                .managedGroup(groupId)
                .ifPresentOrElse(group -> deliveries.changedIn(group, userId), () -> deliveries.changed(userId));
    }

    private void removed(GroupRemovedEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        RealmModel realm = event.getRealm();
        if (hasTargets(realm)
                && new Schools(session, realm).managedGroup(event.getGroup()).isPresent()) {
            new Deliveries(new RealmContext(session, realm, clock))
                    .changedForAllIn(event.getGroup().getId());
        }
    }

    /** A managed group, or a school with its groups, has moved. */
    private void moved(GroupPathChangeEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        RealmModel realm = event.getRealm();
        GroupModel group = event.getGroup();
        boolean wasOurs = event.getPreviousPath().startsWith(Academy.of(realm).schoolsRoot() + "/");
        if (hasTargets(realm) && (wasOurs || new Schools(session, realm).concerns(group))) {
            changedInAndBelow(event, group);
        }
    }

    /** A group below the schools root that is no school any more opens nothing. */
    private void updated(GroupUpdatedEvent event) {
        if (event.getRealm() != null
                && hasTargets(event.getRealm())
                && new Schools(event.getKeycloakSession(), event.getRealm()).isFalseSchool(event.getGroup())) {
            changedInAndBelow(event, event.getGroup());
        }
    }

    private void changedInAndBelow(GroupModel.GroupEvent event, GroupModel group) {
        Deliveries deliveries = new Deliveries(new RealmContext(event.getKeycloakSession(), event.getRealm(), clock));
        Stream.concat(Stream.of(group), group.getSubGroupsStream())
                .forEach(it -> deliveries.changedForAllIn(it.getId()));
    }

    private static boolean hasTargets(RealmModel realm) {
        return !RealmTarget.of(realm).isEmpty();
    }
}
