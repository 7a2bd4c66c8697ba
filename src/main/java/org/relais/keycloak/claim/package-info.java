/**
 * Claims and SAML attributes: which managed groups open an application to the person, from which schools, until when.
 *
 * <p>Read {@link org.relais.keycloak.claim.GroupClaim} first: what is written. The two mappers bring it into tokens and
 * assertions; {@link org.relais.keycloak.claim.RelaisScopes} bundles them as client scopes.
 *
 * <p>Keycloak calls the mappers; {@code rest} installs the scopes and asks
 * {@link org.relais.keycloak.claim.OfficialClientChecks} for warnings.
 *
 * <p>Never decide here who has an access: {@code access} does. Never change the stored mapper, which requests share. A mapper
 * runs for every token, so it adds no statement.
 */
package org.relais.keycloak.claim;
