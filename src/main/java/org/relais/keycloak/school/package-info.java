/**
 * The schools of a realm and what they consist of. Read {@link org.relais.keycloak.school.Schools} first: it finds schools and
 * managed groups among the realm's groups. {@link org.relais.keycloak.school.Profile} is a kind of group,
 * {@link org.relais.keycloak.school.Academy} holds the settings of the realm; both come from components of the realm.
 *
 * <p>Every room above may call it. It writes groups only where a school lacks them.
 *
 * <p>Never keep a {@code Schools} beyond the session it was made for. Never rename
 * {@link org.relais.keycloak.school.SchoolComponent}: realms store its name with their components. Never load the groups of a
 * realm one by one: a large realm has 90,000 of them, so the {@code *Store} classes read many in one statement.
 */
package org.relais.keycloak.school;
