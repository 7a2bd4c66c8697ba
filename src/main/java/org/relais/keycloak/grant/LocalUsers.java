package org.relais.keycloak.grant;

import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStoragePrivateUtil;
import org.relais.keycloak.platform.RealmContext;

/**
 * A person as Keycloak's database knows them. The cached user answers {@code joinGroup} and {@code leaveGroup} from its cache
 * and does nothing where that is a moment behind: with two acts on one person at the same time, a grant would be left without
 * its membership. The user of a federation would write into the directory, or refuse to leave a group that the directory gives
 * too: what the ledger holds is in the database and nowhere else.
 */
final class LocalUsers {

    private LocalUsers() {}

    /**
     * The person with this id, if there still is one; nothing is asked of a directory. Keycloak takes whom the directory no
     * longer has out of the database, in a transaction of its own: that waits for the rows that are locked here, and whoever
     * holds them waits for it.
     */
    static UserModel byId(RealmContext context, String userId) {
        return StorageId.isLocalStorage(userId)
                ? UserStoragePrivateUtil.userLocalStorage(context.session()).getUserById(context.realm(), userId)
                : context.session().users().getUserById(context.realm(), userId);
    }

    /** With what the directory of a federation gives besides: a group that both give is there twice. */
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
