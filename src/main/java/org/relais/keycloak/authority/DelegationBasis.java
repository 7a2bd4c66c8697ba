package org.relais.keycloak.authority;

/** By what right somebody delegated the management of a group. Delegations of earlier versions do not say. */
enum DelegationBasis {
    /** As an administrator: it holds until its day. */
    ADMINISTRATOR,
    /** As a manager by the profile. */
    RULE,
    /** As a delegate. */
    DELEGATION
}
