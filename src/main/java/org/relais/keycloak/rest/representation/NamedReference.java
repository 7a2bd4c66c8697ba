package org.relais.keycloak.rest.representation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person whom something else mentions.
 *
 * @param name null if the account no longer exists, or for the server itself, whose id is {@code system}
 */
@Schema(name = "Ref")
public record NamedReference(String id, String name) {}
