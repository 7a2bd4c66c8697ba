/**
 * The policy: who may do what. Managers by the official record, managers by delegation, administrators by their roles.
 *
 * <p>Read {@link org.relais.keycloak.authority.Authority} first. {@link org.relais.keycloak.authority.TokenAuthentication} says
 * which tokens come that far, and {@link org.relais.keycloak.authority.Delegations} keeps the managers who were added to those
 * a profile names. {@link org.relais.keycloak.authority.DelegationCheck} says which of these hold: a delegation lives on the right
 * of whoever gave it.
 *
 * <p>The APIs ask here before they call any other room, once for every id that a request names; so do the mails before they
 * tell a manager of somebody. Nobody else decides: a check of rights in another room is a mistake.
 *
 * <p>Never let a membership that a grant carries make a manager. Never answer "not allowed" about something that the caller may
 * not see: the answer is that it does not exist.
 */
package org.relais.keycloak.authority;
