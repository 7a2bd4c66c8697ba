package org.relais.keycloak.it.matrix;

import java.util.stream.Stream;

/** Whose id stands in a request: a column of {@link IdMatrix}. */
enum IdScope {
    /** Of the very group that is asked for, or of its school. */
    OWN("own"),
    /** Of another group of that school, which the head manages and the delegate does not. */
    SIBLING("sibl"),
    /** Of a school that none of the callers manages. */
    OTHER_SCHOOL("scho"),
    /** Of another realm. */
    OTHER_REALM("real"),
    /** Of a pupil, or of the kind of pupils. */
    HIDDEN("hidn"),
    /** Of nothing. */
    UNKNOWN("unkn"),
    /** What can be the id of nothing. */
    MALFORMED("malf");

    private final String column;

    IdScope(String column) {
        this.column = column;
    }

    static IdScope ofColumn(String column) {
        return Stream.of(values())
                .filter(scope -> scope.column.equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No scope has the column " + column));
    }
}
