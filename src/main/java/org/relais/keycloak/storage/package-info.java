/**
 * The wiring for Keycloak's JPA: the list of our entities and the changelog of our tables. Read
 * {@link org.relais.keycloak.storage.RelaisJpaEntityProvider} first.
 *
 * <p>Only Keycloak calls it. It is the last room because it names an entity of nearly every other one.
 *
 * <p>Never change a published change set of {@code META-INF/relais-changelog.xml}: add another one. Never forget to list a new
 * entity here: Keycloak would not know its table.
 */
package org.relais.keycloak.storage;
