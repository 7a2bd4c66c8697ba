package org.relais.keycloak.journal;

/** A place in the journal: the instant of a line, in milliseconds since 1970, and its id. */
public record JournalPosition(long at, String id) {}
