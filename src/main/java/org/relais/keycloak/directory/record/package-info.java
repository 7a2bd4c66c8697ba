/**
 * The official record of people, as the directory writes it into the attributes of Keycloak's users. Read
 * {@link org.relais.keycloak.directory.record.Assignments} first: the functions people have in schools. Then
 * {@link org.relais.keycloak.directory.record.TrustedAttributes}: which attributes can be trusted at all.
 *
 * <p>The search index and the official memberships in {@code grant} read it. It never writes.
 *
 * <p>Never use an attribute that people can edit themselves: it must count as empty.
 */
package org.relais.keycloak.directory.record;
