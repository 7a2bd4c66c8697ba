package org.relais.keycloak.directory.record;

/**
 * A position among the values of the official record.
 *
 * @param valueId the id of the stored value, which tells two equal ones apart
 * @param userId  whose value it is; null for a position that was stored
 */
public record AssignmentPosition(String value, String valueId, String userId) {

    /** Before any value; not empty, which some databases take for null. */
    public static final AssignmentPosition FIRST = new AssignmentPosition(" ", " ", null);
}
