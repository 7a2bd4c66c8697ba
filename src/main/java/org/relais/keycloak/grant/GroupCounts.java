package org.relais.keycloak.grant;

/** How many members a group has, by origin. */
public record GroupCounts(long official, long granted, long pending) {}
