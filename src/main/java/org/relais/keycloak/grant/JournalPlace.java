package org.relais.keycloak.grant;

/** A place in the journal: the instant of a line, in milliseconds since 1970, and its id. */
public record JournalPlace(long at, String id) {}
