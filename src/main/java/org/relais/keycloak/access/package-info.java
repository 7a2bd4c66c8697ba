/**
 * What is open to a person at this very instant: the groups that hold now, by the official record or by a grant.
 *
 * <p>Read {@link org.relais.keycloak.access.EffectiveAccess}; {@link org.relais.keycloak.access.EffectiveGroup} is its answer.
 * Claims, gate, logout, delivery and the pages all ask here, so that a token, a refusal and an application never disagree.
 *
 * <p>It is asked at every sign-in and every token: it starts from the person's own groups, costs nothing that grows with the
 * realm, and writes nothing except a grant that waited for this very account. Never read group memberships elsewhere to find
 * out what somebody may use: a membership alone says neither whether its days are over nor what the record says today.
 */
package org.relais.keycloak.access;
