/**
 * People as others may see them. Read {@link org.relais.keycloak.directory.People} first: it searches people and describes
 * them, using the index in {@code directory.index} and the official record in {@code directory.record}.
 *
 * <p>Rooms that show people call it: {@code grant}, {@code notification} and {@code rest}.
 *
 * <p>Never show more of a person than {@link org.relais.keycloak.directory.record.Person} holds. Never believe an attribute
 * that people can edit themselves: {@link org.relais.keycloak.directory.record.TrustedAttributes} says which can be trusted.
 */
package org.relais.keycloak.directory;
