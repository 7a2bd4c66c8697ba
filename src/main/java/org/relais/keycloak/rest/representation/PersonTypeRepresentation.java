package org.relais.keycloak.rest.representation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kind of people that the search can be limited to. */
@Schema(name = "PersonType")
public record PersonTypeRepresentation(String id, String label) {}
