package org.relais.keycloak.authority;

import org.keycloak.models.UserModel;

/** Who calls, and which of the two APIs. */
public sealed interface Caller {

    UserModel user();

    /** A user of the realm: what they may do follows from their groups and delegations. */
    record Person(UserModel user) implements Caller {}

    /** An administrator of the realm or of the master realm. */
    record Administrator(UserModel user, AdminRights rights) implements Caller {}
}
