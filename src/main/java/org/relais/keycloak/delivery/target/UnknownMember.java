package org.relais.keycloak.delivery.target;

/** A member of a group in an application whom nobody knows, by the application's own ids. */
public record UnknownMember(String groupKey, String remoteGroupId, String remoteId) {}
