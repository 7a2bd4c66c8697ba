package org.relais.keycloak.directory.index;

/**
 * A position among the accounts of a realm, in the order of their changes.
 *
 * @param at       when the account was changed, in milliseconds since 1970
 * @param personId orders those changed in the same millisecond
 */
record ChangePosition(long at, String personId) {

    /** Sorts before any id. It is not empty, because some databases take an empty text for null. */
    private static final String BEFORE_ANY = " ";

    /** This position, or the beginning of an instant if that comes first. */
    ChangePosition noLaterThan(long instant) {
        return at < instant ? this : new ChangePosition(instant, BEFORE_ANY);
    }

    boolean isAfter(ChangePosition other) {
        return at > other.at || (at == other.at && personId.compareTo(other.personId) > 0);
    }
}
