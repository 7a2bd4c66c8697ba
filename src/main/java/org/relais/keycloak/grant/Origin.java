package org.relais.keycloak.grant;

/** How somebody comes to be in a group. */
public enum Origin {
    /** By the official record. */
    OFFICIAL,
    /** By a grant. */
    GRANTED,
    /** Not yet: the grant waits for the account. */
    PENDING
}
