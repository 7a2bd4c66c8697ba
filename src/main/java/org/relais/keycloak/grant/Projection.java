package org.relais.keycloak.grant;

import java.util.Collection;
import java.util.Objects;
import org.keycloak.models.GroupModel;
import org.keycloak.models.GroupModel.GroupMemberLeaveEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.storage.UserStoragePrivateUtil;
import org.relais.keycloak.platform.RealmContext;

/**
 * Makes Keycloak's group membership follow the ledger. Meanwhile the listener of memberships knows that the change is ours and
 * records nothing.
 */
public final class Projection {

    private static final String ACTING = Projection.class.getName();

    private final RealmContext context;

    Projection(RealmContext context) {
        this.context = context;
    }

    void join(UserModel person, GroupModel group) {
        acting(() -> LocalUsers.of(context, person).joinGroup(group));
        forget(person);
    }

    void leave(UserModel person, GroupModel group) {
        acting(() -> LocalUsers.of(context, person).leaveGroup(group));
        forget(person);
    }

    /** Evicts a user from the cache. A cached user evicts itself; a user of the database does not know of the cache. */
    private void forget(UserModel person) {
        UserCache cache = context.session().getProvider(UserCache.class);
        if (cache != null && !(person instanceof CachedUserModel)) {
            cache.evict(context.realm(), person);
        }
    }

    /**
     * Removes many people with one statement, where Keycloak's model would take several for each. Cache and listeners are told
     * as Keycloak tells them.
     */
    void leave(GroupModel group, Collection<String> userIds) {
        new MemberStore(context.entityManager()).remove(group.getId(), userIds);
        UserCache cache = context.session().getProvider(UserCache.class);
        UserProvider localUsers = UserStoragePrivateUtil.userLocalStorage(context.session());
        userIds.stream()
                .map(id -> localUsers.getUserById(context.realm(), id))
                .filter(Objects::nonNull)
                .forEach(person -> {
                    if (cache != null) {
                        cache.evict(context.realm(), person);
                    }
                    acting(() -> GroupMemberLeaveEvent.fire(group, person, context.session()));
                });
    }

    /** Whether the ledger is changing the membership that changes in this session. */
    public static boolean isActing(KeycloakSession session) {
        return session.getAttribute(ACTING) != null;
    }

    private void acting(Runnable change) {
        context.session().setAttribute(ACTING, Boolean.TRUE);
        try {
            change.run();
        } finally {
            context.session().removeAttribute(ACTING);
        }
    }
}
