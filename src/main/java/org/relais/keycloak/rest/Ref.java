package org.relais.keycloak.rest;

/**
 * Somebody mentioned.
 *
 * @param name null if the account no longer exists, or for the server itself, whose id is {@code system}
 */
public record Ref(String id, String name) {}
