package org.relais.keycloak.grant;

import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;

/**
 * A person as the database knows them. Keycloak's cached user answers {@code joinGroup} and {@code leaveGroup} from its
 * cache and does nothing where that is a moment behind: with two acts on one person at the same time, a grant would be left
 * without its membership.
 */
final class Uncached {

    private Uncached() {}

    static UserModel of(UserModel person) {
        return person instanceof CachedUserModel cached ? cached.getDelegateForUpdate() : person;
    }
}
