package org.relais.keycloak.grant;

import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Makes Keycloak's membership follow the ledger. While it does, the listener of memberships knows that the change is ours
 * and has nothing to record.
 */
public final class Projection {

    private static final String ACTING = Projection.class.getName();

    private final KeycloakSession session;

    Projection(KeycloakSession session) {
        this.session = session;
    }

    void join(UserModel person, GroupModel group) {
        acting(() -> Uncached.of(person).joinGroup(group));
    }

    void leave(UserModel person, GroupModel group) {
        acting(() -> Uncached.of(person).leaveGroup(group));
    }

    /** Whether the membership that is being changed in this session is changed by the ledger. */
    public static boolean isActing(KeycloakSession session) {
        return session.getAttribute(ACTING) != null;
    }

    private void acting(Runnable change) {
        session.setAttribute(ACTING, Boolean.TRUE);
        try {
            change.run();
        } finally {
            session.removeAttribute(ACTING);
        }
    }
}
