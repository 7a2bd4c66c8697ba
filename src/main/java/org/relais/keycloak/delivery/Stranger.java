package org.relais.keycloak.delivery;

/** Somebody an application holds in a place, by its own ids. */
public record Stranger(String placeKey, String remotePlaceId, String remoteId) {}
