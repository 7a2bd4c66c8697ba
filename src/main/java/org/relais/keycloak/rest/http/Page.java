package org.relais.keycloak.rest.http;

import java.util.List;

/**
 * Some of a list.
 *
 * @param next the cursor to ask for what follows; null at the end
 */
public record Page<T>(List<T> items, String next) {}
