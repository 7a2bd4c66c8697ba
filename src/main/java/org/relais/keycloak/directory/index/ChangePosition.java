package org.relais.keycloak.directory.index;

/**
 * A place in the accounts of a realm in the order of their changes.
 *
 * @param at       when the account was changed, in milliseconds since 1970
 * @param personId orders those changed in the same millisecond
 */
record ChangePosition(long at, String personId) {

    /** Comes before any id; not empty, which some databases take for null. */
    private static final String BEFORE_ANY = " ";

    /** Nothing after an instant is behind this place. */
    ChangePosition noLaterThan(long instant) {
        return at < instant ? this : new ChangePosition(instant, BEFORE_ANY);
    }

    boolean isAfter(ChangePosition other) {
        return at > other.at || (at == other.at && personId.compareTo(other.personId) > 0);
    }
}
