package org.relais.keycloak.grant;

/** Where a grant is in its life. */
public enum GrantStatus {
    /** Given to an identifier nobody has yet. */
    PENDING,
    /** Carried by a membership of the group. */
    ACTIVE,
    /** Over; kept for its history. */
    ENDED
}
