package org.relais.keycloak.it.matrix;

/** Whose ids stand in an address. */
enum Scope {
    /** Of the head's own school. */
    OWN,
    /** Of a school that none of the callers manages. */
    OTHER_SCHOOL,
    /** Of another realm on the same server. */
    OTHER_REALM,
    /** Of nothing. */
    UNKNOWN
}
