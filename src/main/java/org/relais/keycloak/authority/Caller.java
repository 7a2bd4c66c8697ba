package org.relais.keycloak.authority;

import org.keycloak.models.UserModel;

/** Who calls, and which of the two APIs. */
public sealed interface Caller {

    UserModel user();

    /** A user of the realm: what they may do follows from their groups and delegations. */
    record Person(UserModel user) implements Caller {}

    /**
     * An administrator of the realm or of the master realm.
     *
     * @param views      has {@code view-users}
     * @param manages    has {@code manage-users}
     * @param configures has {@code manage-realm}
     */
    record Administrator(UserModel user, boolean views, boolean manages, boolean configures) implements Caller {}
}
