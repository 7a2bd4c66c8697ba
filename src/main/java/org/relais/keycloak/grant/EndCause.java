package org.relais.keycloak.grant;

/** Why a grant is over. */
public enum EndCause {
    /** Its last day has passed. */
    EXPIRED,
    /** A manager or an administrator ended it. */
    REMOVED,
    /** The person was taken out of the group by other means: the stock console, the Admin API, a federation. */
    LEFT_GROUP,
    /** The account was deleted. */
    PERSON_REMOVED,
    /** The group was deleted, or is no longer a managed group. */
    GROUP_REMOVED,
    /** The group came to carry an administration role: nobody is in it by a grant any longer. */
    PRIVILEGED_GROUP,
    /** The official record reached the person: the membership stays. */
    REGULARISED
}
