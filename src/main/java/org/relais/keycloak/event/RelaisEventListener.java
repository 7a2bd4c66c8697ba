package org.relais.keycloak.event;

import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.relais.keycloak.grant.PrivilegedGroups;
import org.relais.keycloak.logout.SessionRevocation;
import org.relais.keycloak.platform.AfterCommit;
import org.relais.keycloak.platform.RealmContext;

/**
 * Hears of people who appear or sign in, and of roles that are mapped. What follows is done once the request has been
 * committed, in a transaction of its own: whatever goes wrong there, the sign-in stands.
 */
final class RelaisEventListener implements EventListenerProvider {

    private static final Set<EventType> SOMEBODY_IS_HERE = Set.of(
            EventType.LOGIN,
            EventType.REGISTER,
            EventType.UPDATE_EMAIL,
            EventType.UPDATE_PROFILE,
            EventType.VERIFY_EMAIL,
            EventType.IDENTITY_PROVIDER_FIRST_LOGIN);
    /** What can give a group a role that no grant may give, clients newly kept for official members included. */
    private static final Set<ResourceType> RIGHTS = Set.of(
            ResourceType.REALM_ROLE_MAPPING,
            ResourceType.CLIENT_ROLE_MAPPING,
            ResourceType.REALM_ROLE,
            ResourceType.CLIENT_ROLE,
            ResourceType.CLIENT,
            ResourceType.COMPONENT);

    private final KeycloakSession session;
    private final Clock clock;
    private final UserChangeHandler userChangeHandler;

    RelaisEventListener(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
        this.userChangeHandler = new UserChangeHandler(session.getKeycloakSessionFactory(), clock);
    }

    @Override
    public void onEvent(Event event) {
        if (SOMEBODY_IS_HERE.contains(event.getType())
                && event.getUserId() != null
                && userChangeHandler.concerns(session, event.getRealmId())) {
            Consumer<KeycloakSession> sparing = own -> {
                if (event.getSessionId() != null && event.getClientId() != null) {
                    SessionRevocation.spare(own, event.getSessionId(), event.getClientId());
                }
            };
            if (event.getType() == EventType.LOGIN) {
                AfterCommit.inTransaction(
                        session,
                        "what follows for a person",
                        own -> userChangeHandler.signedIn(event.getRealmId(), event.getUserId(), sparing));
            } else {
                edited(event.getRealmId(), event.getUserId(), sparing);
            }
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getOperationType() == OperationType.DELETE) {
            return;
        }
        if (event.getResourceType() == ResourceType.USER) {
            if (!userChangeHandler.concerns(session, event.getRealmId())) {
                return;
            }
            String path = event.getResourcePath();
            edited(event.getRealmId(), path.substring(path.lastIndexOf('/') + 1), own -> {});
        } else if (RIGHTS.contains(event.getResourceType())) {
            AfterCommit.inTransaction(session, "privileged groups", own -> {
                RealmModel realm = enter(own, event.getRealmId());
                if (realm != null) {
                    new PrivilegedGroups(new RealmContext(own, realm, clock)).close();
                }
            });
        }
    }

    @Override
    public void close() {}

    private void edited(String realmId, String userId, Consumer<KeycloakSession> first) {
        String note = userChangeHandler.note(session, realmId, userId);
        AfterCommit.inTransaction(
                session, "what follows for a person", own -> userChangeHandler.edited(note, realmId, userId, first));
    }

    private static RealmModel enter(KeycloakSession session, String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        session.getContext().setRealm(realm);
        return realm;
    }
}
