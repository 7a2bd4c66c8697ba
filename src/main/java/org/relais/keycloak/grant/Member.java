package org.relais.keycloak.grant;

import org.relais.keycloak.directory.record.Person;

/**
 * Somebody in a managed group.
 *
 * @param person null for a pending member, who has no account
 * @param grant  null for an official member
 */
public record Member(Person person, Origin origin, Grant grant) {}
