package org.relais.keycloak.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kind of people one may look for. */
@Schema(name = "PersonType")
public record PersonTypeView(String id, String label) {}
