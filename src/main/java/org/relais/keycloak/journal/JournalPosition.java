package org.relais.keycloak.journal;

/** A position in the journal: the instant of an entry, in milliseconds since 1970, and its id. */
public record JournalPosition(long at, String id) {}
