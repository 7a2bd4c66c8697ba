package org.relais.keycloak.rest.representation;

/**
 * Somebody mentioned.
 *
 * @param name null if the account no longer exists, or for the server itself, whose id is {@code system}
 */
public record NamedReference(String id, String name) {}
