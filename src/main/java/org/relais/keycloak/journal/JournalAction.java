package org.relais.keycloak.journal;

/** What a line of the journal tells. */
public enum JournalAction {
    GIVEN,
    ACTIVATED,
    CHANGED,
    ENDED,
    /** Somebody came into a managed group by other means than a grant. */
    JOINED,
    /** An official member left a managed group. */
    LEFT,
    DELEGATED,
    DELEGATION_ENDED,
    /** The gate, which only observes, would have refused a sign-in. */
    WOULD_REFUSE
}
