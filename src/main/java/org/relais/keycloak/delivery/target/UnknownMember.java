package org.relais.keycloak.delivery.target;

/** Somebody an application holds in a place, by its own ids. */
public record UnknownMember(String groupKey, String remoteGroupId, String remoteId) {}
