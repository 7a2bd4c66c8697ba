package org.relais.keycloak.directory.index;

import java.util.List;

/**
 * Where a page of people ends.
 *
 * @param interpretation which interpretation of the query was followed
 * @param path           along which of its paths
 */
public record PeoplePosition(int interpretation, int path, String token, String line, String personId) {

    public static final int PARTS = 5;

    /** Reads what {@link #parts()} wrote; throws {@link NumberFormatException} for anything else. */
    public static PeoplePosition of(List<String> parts) {
        return new PeoplePosition(
                Integer.parseInt(parts.get(0)),
                Integer.parseInt(parts.get(1)),
                parts.get(2),
                parts.get(3),
                parts.get(4));
    }

    public List<String> parts() {
        return List.of(String.valueOf(interpretation), String.valueOf(path), token, line, personId);
    }
}
