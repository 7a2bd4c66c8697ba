package org.relais.keycloak.grant;

import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStoragePrivateUtil;
import org.relais.keycloak.platform.RealmContext;

/**
 * A user as Keycloak's database knows them, without cache and federation. The cached user answers {@code joinGroup} and {@code
 * leaveGroup} from the cache and does nothing where that is a moment behind: two changes at the same time would leave a grant
 * without its membership. A federated user would write into the directory, or refuse to leave a group that the directory gives
 * too. What the ledger holds is in the database and nowhere else.
 */
final class LocalUsers {

    private LocalUsers() {}

    /**
     * The user with this id, or null, without a question to a directory. Keycloak removes a user whom the directory no longer
     * has in a transaction of its own. That one would wait for the rows locked here, and this one for it.
     */
    static UserModel byId(RealmContext context, String userId) {
        return StorageId.isLocalStorage(userId)
                ? UserStoragePrivateUtil.userLocalStorage(context.session()).getUserById(context.realm(), userId)
                : context.session().users().getUserById(context.realm(), userId);
    }

    /** The user with what the directory of a federation gives besides: a group that both give is there twice. */
    static UserModel orInDirectory(UserModel person) {
        return person instanceof CachedUserModel cached ? cached.getDelegateForUpdate() : person;
    }

    static UserModel of(RealmContext context, UserModel person) {
        UserModel uncached = orInDirectory(person);
        UserModel local = person.getFederationLink() == null || !StorageId.isLocalStorage(person.getId())
                ? null
                : UserStoragePrivateUtil.userLocalStorage(context.session())
                        .getUserById(context.realm(), person.getId());
        return local == null ? uncached : local;
    }
}
