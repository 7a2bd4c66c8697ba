package org.relais.keycloak.grant;

import java.util.List;
import java.util.Map;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.storage.UserStorageUtil;
import org.relais.keycloak.platform.RealmContext;

/**
 * The open grants of people, kept with the users in Keycloak's cache: a token costs no statement. They are as fresh as the
 * memberships there. Whatever changes a grant evicts the user on every node once it is committed. Readers compare the days with
 * the clock, so an access ends on time whatever is cached.
 */
public final class GrantCache {

    private static final String KEY = GrantCache.class.getName();

    private final RealmContext context;

    public GrantCache(RealmContext context) {
        this.context = context;
    }

    /** The grants a person has, one per group at most, whether or not their days are over. */
    public List<Grant> openOf(UserModel person) {
        if (!(person instanceof CachedUserModel cached)
                || cached.isMarkedForEviction()
                || context.session().getAttribute(changed(person.getId())) != null) {
            return read(person);
        }
        @SuppressWarnings("unchecked")
        Map<Object, Object> cachedWith = cached.getCachedWith();
        if (cachedWith.get(KEY) instanceof Kept kept) {
            return kept.grants();
        }
        Kept fresh = new Kept(List.copyOf(read(person)));
        cachedWith.put(KEY, fresh);
        return fresh.grants();
    }

    private record Kept(List<Grant> grants) {}

    private List<Grant> read(UserModel person) {
        return new GrantStore(context.entityManager()).openOfPerson(context.realmId(), person.getId());
    }

    /** Evicts a user, of whom a grant changes in this transaction. */
    void forget(String userId) {
        UserCache cache = UserStorageUtil.userCache(context.session());
        UserModel person = cache == null ? null : LocalUsers.byId(context, userId);
        if (person != null) {
            context.session().setAttribute(changed(userId), Boolean.TRUE);
            cache.evict(context.realm(), person);
        }
    }

    /** Marks the user in this session: a reader may hold the user object from before, with what was cached. */
    private static String changed(String userId) {
        return KEY + "/" + userId;
    }
}
