package org.relais.keycloak.bench.seed;

import java.util.List;

/**
 * Somebody of the academy.
 *
 * @param schools where the person works or learns; empty for parents
 */
public record Person(String id, String first, String last, String username, Kind kind, List<School> schools) {}
