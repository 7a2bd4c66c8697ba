package org.relais.keycloak.event;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.relais.keycloak.grant.PrivilegedGroups;
import org.relais.keycloak.logout.SessionRevocation;
import org.relais.keycloak.platform.AfterCommit;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.school.Profiles;

/**
 * Listens for people who appear or sign in, and for roles that are mapped. What follows is done after the commit in a
 * transaction of its own, so that no failure there undoes the sign-in.
 */
record RelaisEventListener(KeycloakSession session, RealmJobs jobs, UserChangeHandler userChangeHandler)
        implements EventListenerProvider {

    private static final Set<EventType> USER_EVENTS = Set.of(
            EventType.LOGIN,
            EventType.REGISTER,
            EventType.UPDATE_EMAIL,
            EventType.UPDATE_PROFILE,
            EventType.VERIFY_EMAIL,
            EventType.EXECUTE_ACTION_TOKEN,
            EventType.RESET_PASSWORD,
            EventType.IDENTITY_PROVIDER_FIRST_LOGIN);
    /** What can give a group a role that no grant may give, clients newly kept for official members included. */
    private static final Set<ResourceType> RIGHTS = Set.of(
            ResourceType.REALM_ROLE_MAPPING,
            ResourceType.CLIENT_ROLE_MAPPING,
            ResourceType.REALM_ROLE,
            ResourceType.CLIENT_ROLE,
            ResourceType.CLIENT,
            ResourceType.COMPONENT);

    @Override
    public void onEvent(Event event) {
        if (USER_EVENTS.contains(event.getType()) && event.getUserId() != null) {
            realmWithProfiles(event.getRealmId()).ifPresent(realm -> {
                Consumer<KeycloakSession> first = own -> excludeSessionOf(event, own);
                if (event.getType() == EventType.LOGIN) {
                    afterCommit(realm, own -> userChangeHandler.signedIn(realm, event.getUserId(), first));
                } else {
                    edited(realm, event.getUserId(), first);
                }
            });
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getOperationType() == OperationType.DELETE) {
            return;
        }
        if (event.getResourceType() == ResourceType.USER) {
            String path = event.getResourcePath();
            String userId = path.substring(path.lastIndexOf('/') + 1);
            realmWithProfiles(event.getRealmId()).ifPresent(realm -> {
                if (event.getOperationType() == OperationType.CREATE && path.equals("users/" + userId)) {
                    afterCommit(realm, own -> userChangeHandler.created(realm, userId));
                }
                edited(realm, userId, own -> {});
            });
        } else if (RIGHTS.contains(event.getResourceType())) {
            AfterCommit.inTransaction(
                    session,
                    "Check of privileged groups (realm " + event.getRealmName() + ")",
                    own -> jobs.enter(own, event.getRealmId())
                            .ifPresent(context -> new PrivilegedGroups(context).close()));
        }
    }

    @Override
    public void close() {}

    /** Nothing follows in a realm without profiles. Once it has some, the reconciliation of the index visits everybody. */
    private Optional<RealmReference> realmWithProfiles(String realmId) {
        return Optional.ofNullable(session.realms().getRealm(realmId))
                .filter(Profiles::areUsedIn)
                .map(RealmReference::of);
    }

    private void edited(RealmReference realm, String userId, Consumer<KeycloakSession> first) {
        String note = userChangeHandler.note(session, realm, userId);
        afterCommit(realm, own -> userChangeHandler.edited(note, realm, userId, first));
    }

    private void afterCommit(RealmReference realm, Consumer<KeycloakSession> work) {
        AfterCommit.inTransaction(session, "Update of one person (realm " + realm.name() + ")", work);
    }

    /** The sign-in itself has the memberships checked: its session goes on and gets a token that is right already. */
    private static void excludeSessionOf(Event event, KeycloakSession own) {
        if (event.getSessionId() != null && event.getClientId() != null) {
            SessionRevocation.exclude(own, event.getSessionId(), event.getClientId());
        }
    }
}
