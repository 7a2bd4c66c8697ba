package org.relais.keycloak.logout;

import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.GroupMemberStore;
import org.relais.keycloak.school.ManagedGroup;

/**
 * Notes, in the transaction in which a membership ends, that the person's sessions have to be looked at. Once that is committed,
 * {@link SessionRevocationJob} ends those at applications that nothing opens to the person any more; sessions at other
 * applications stay.
 */
public final class SessionRevocation {

    private static final int PAGE = 500;
    private static final String EXCLUDED = SessionRevocation.class.getName() + ".excluded";

    private final RealmContext context;
    private final SessionRevocationStore store;

    public SessionRevocation(RealmContext context) {
        this.context = context;
        this.store = new SessionRevocationStore(context.entityManager());
    }

    /**
     * Excludes the sign-in that makes Relais look at the memberships: it goes on, and its token says what is right.
     *
     * @param userSessionId the session it began or belongs to
     */
    public static void exclude(KeycloakSession session, String userSessionId, String clientId) {
        session.setAttribute(EXCLUDED, clientSession(userSessionId, clientId));
    }

    /** In the transaction in which a membership of a group ends, whatever the cause. */
    public void membershipEnded(ManagedGroup group, String userId) {
        note(group.clientIds(), userId);
    }

    /** In the transaction in which a group is deleted or moved, before its members leave it: all lose what it opened. */
    public void groupEnded(ManagedGroup group) {
        GroupMemberStore members = new GroupMemberStore(context.entityManager());
        List<String> page = members.userIds(group.id(), "", PAGE);
        while (!page.isEmpty()) {
            page.forEach(userId -> note(group.clientIds(), userId));
            page = members.userIds(group.id(), page.get(page.size() - 1), PAGE);
        }
    }

    public static void realmRemoved(KeycloakSession session, String realmId) {
        new SessionRevocationStore(EntityManagers.of(session)).removeRealm(realmId);
    }

    /** The key of a client in a user session. */
    static String clientSession(String userSessionId, String clientId) {
        return userSessionId + "/" + clientId;
    }

    private void note(List<String> clientIds, String userId) {
        if (clientIds.isEmpty()) {
            return;
        }
        SessionRevocationEntity revocation = new SessionRevocationEntity();
        revocation.id = KeycloakModelUtils.generateId();
        revocation.realmId = context.realmId();
        revocation.userId = userId;
        revocation.clientIds = String.join("\n", clientIds);
        revocation.excluded = context.session().getAttribute(EXCLUDED, String.class);
        revocation.at = context.clock().millis();
        store.add(revocation);
    }
}
