package org.relais.keycloak.rest.representation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kind of people one may look for. */
@Schema(name = "PersonType")
public record PersonTypeRepresentation(String id, String label) {}
