package org.relais.keycloak.rest;

import java.util.List;

/** One error for each line of a change set that cannot be done. */
public record ErrorsView(List<ErrorView> errors) {}
