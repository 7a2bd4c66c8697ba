package org.relais.keycloak.rest.http;

import java.util.List;

/** One error for each line of a change set that cannot be done. */
public record ErrorsRepresentation(List<ErrorRepresentation> errors) {}
