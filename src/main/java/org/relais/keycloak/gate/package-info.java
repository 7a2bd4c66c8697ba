/**
 * The gate: refuses the sign-in to an application, and tokens for it, while no group of the person opens it.
 *
 * <p>Read {@link org.relais.keycloak.gate.Gate} first: it alone decides. Three providers ask it, each where Keycloak allows a
 * refusal: the authenticator in a flow, the required action at the end of every sign-in, the executor of a client policy.
 * {@link org.relais.keycloak.gate.GateSetup} installs all three in a realm. {@link org.relais.keycloak.gate.GateBesidePolicies} is
 * asked by two that take the place of Keycloak's own, because Keycloak asks none of the three there.
 *
 * <p>Keycloak calls the providers; {@code rest} calls {@code GateSetup} and {@code GateWarnings} only.
 *
 * <p>Never believe a token that Keycloak has not verified: what the gate answers tells who has access. Never let an error or an
 * unknown person pass a guarded application. Never count a refusal as a failed sign-in. Never touch what an administrator has
 * added to the flows and policies.
 */
package org.relais.keycloak.gate;
