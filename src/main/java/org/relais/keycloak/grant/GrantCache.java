package org.relais.keycloak.grant;

import java.util.List;
import java.util.Map;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.storage.UserStorageUtil;
import org.relais.keycloak.platform.RealmContext;

/**
 * The open grants of people, kept beside them in Keycloak's cache of users: a token costs no statement. They are as fresh as
 * the memberships there; whatever changes a grant takes the person out of the cache of every node once it is committed. Days
 * are compared with the clock by whoever reads them, so an access ends on time whatever is kept.
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
            return localUsers(person);
        }
        @SuppressWarnings("unchecked")
        Map<Object, Object> beside = cached.getCachedWith();
        if (beside.get(KEY) instanceof Kept kept) {
            return kept.grants();
        }
        Kept read = new Kept(List.copyOf(localUsers(person)));
        beside.put(KEY, read);
        return read.grants();
    }

    private record Kept(List<Grant> grants) {}

    private List<Grant> localUsers(UserModel person) {
        return new GrantStore(context.entityManager()).openOfPerson(context.realmId(), person.getId());
    }

    /** A grant of the person changes in this transaction. */
    void forget(String userId) {
        UserCache cache = UserStorageUtil.userCache(context.session());
        UserModel person = cache == null ? null : LocalUsers.byId(context, userId);
        if (person != null) {
            context.session().setAttribute(changed(userId), Boolean.TRUE);
            cache.evict(context.realm(), person);
        }
    }

    /** Somebody who reads may hold the person from before, as the cache knew them. */
    private static String changed(String userId) {
        return KEY + "/" + userId;
    }
}
