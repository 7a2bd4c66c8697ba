/**
 * What the integration tests share. Each package lists its classes; {@code SupportIndexTest} keeps the lists complete.
 *
 * <ul>
 *   <li>{@link org.relais.keycloak.it.support.server}: servers under test, their realms, database and clock
 *   <li>{@link org.relais.keycloak.it.support.people}: who acts in a test, and what they do to each other
 *   <li>{@link org.relais.keycloak.it.support.protocol}: HTTP, OpenID Connect, SAML, a browser
 *   <li>{@link org.relais.keycloak.it.support.stub}: servers that stand in for those of an academy
 *   <li>{@link org.relais.keycloak.it.support.assertion}: what a test looks at to judge what happened
 * </ul>
 *
 * What only one package of tests uses stays there.
 */
package org.relais.keycloak.it.support;
