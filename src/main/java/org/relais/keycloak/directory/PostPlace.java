package org.relais.keycloak.directory;

/**
 * A place among the values of the record.
 *
 * @param valueId the id of the stored value, which tells two equal ones apart
 * @param userId  whose value it is; null for a place that somebody kept
 */
public record PostPlace(String value, String valueId, String userId) {

    /** Before any value; not empty, which some databases take for null. */
    public static final PostPlace FIRST = new PostPlace(" ", " ", null);
}
