/**
 * The ledger of early access: who was given which group, by whom, until when and why; and the official memberships that make a
 * grant superfluous.
 *
 * <p>Read {@link org.relais.keycloak.grant.Ledger} first, then {@link org.relais.keycloak.grant.ChangeSets}, which is how
 * managers change it. {@link org.relais.keycloak.grant.OfficialMemberships} and
 * {@link org.relais.keycloak.grant.Regularisation} are where the official record comes in.
 *
 * <p>{@link org.relais.keycloak.grant.Eligibility} is asked by every way to an access. A grant that waits for an account is given by
 * {@link org.relais.keycloak.grant.PendingGrants}, or by {@link org.relais.keycloak.grant.AwaitedNames} once a manager has
 * confirmed whose the name is.
 *
 * <p>Rooms that act for a caller ask {@code authority} first: nothing here knows who may do what. Other rooms learn of a change
 * by {@link org.relais.keycloak.grant.GrantChanged} and write their rows in the same transaction.
 *
 * <p>Never give or renew an access past a change set: the methods that write a grant are package-private, and that is why this
 * room is one package. Never change a group membership without {@link org.relais.keycloak.grant.Projection}. Never let an access
 * depend on {@link org.relais.keycloak.grant.Expiry}: whoever reads a grant compares its days with the clock.
 */
package org.relais.keycloak.grant;
