package org.relais.keycloak.journal;

/** What happened, in an entry of the journal. */
public enum JournalAction {
    GIVEN,
    ACTIVATED,
    CHANGED,
    ENDED,
    /** Somebody joined a managed group by other means than a grant. */
    JOINED,
    /** An official member left a managed group. */
    LEFT,
    DELEGATED,
    DELEGATION_ENDED,
    /** Somebody who manages the group now has confirmed a delegation whose giver does so no longer. */
    DELEGATION_CONFIRMED,
    /** Many lines that named somebody were refused in a short time. */
    LINES_REFUSED,
    /** The gate would have refused a sign-in, but only observes. */
    WOULD_REFUSE
}
