package org.relais.keycloak.it.matrix;

import java.util.stream.Stream;

/** Who calls: a column of {@link Matrix}. Unless said otherwise the token is one for Relais, of the realm called. */
enum Caller {
    /** Nobody: no token at all. */
    ANONYMOUS("anon"),
    /** Somebody with a token that is none. */
    MALFORMED("junk"),
    /** An official member of the school without any right: paul.martin. */
    TEACHER("tchr"),
    /** An assistant whose grant in the very group runs. */
    ASSISTANT("aesh"),
    /** The head of the school. */
    HEAD("head"),
    /** The head of another school. */
    HEAD_ELSEWHERE("othr"),
    /** An assistant of another school to whom the head has delegated the group. */
    DELEGATE("dele"),
    /** Somebody whose delegation is over. */
    FORMER_DELEGATE("past"),
    /** A person of the realm with the role {@code view-users}. */
    VIEWER("view"),
    /** A person of the realm with the role {@code manage-users}. */
    USER_MANAGER("mana"),
    /** A person of the realm with the role {@code realm-admin}: admin.academie. */
    REALM_ADMIN("admn"),
    /** The administrator of another realm, with that realm's token. */
    ADMIN_OF_ANOTHER_REALM("alie"),
    /** The administrator of the realm master, with that realm's token. */
    MASTER_ADMIN("mstr"),
    /** A service account with the role {@code manage-users}. */
    SERVICE_ACCOUNT("serv"),
    /** The head, with the token of a client that has nothing to do with Relais. */
    WITHOUT_AUDIENCE("noau"),
    /** The head, with the account console's own token, had by signing in there. */
    ACCOUNT_CONSOLE("cons"),
    /** A member of a managing group of the school, but only by a grant. */
    MANAGER_BY_GRANT("gran"),
    /** A service account that may read the feed of PRONOTE of the head's school. */
    FEED_READER("feed");

    private final String column;

    Caller(String column) {
        this.column = column;
    }

    static Caller ofColumn(String column) {
        return Stream.of(values())
                .filter(caller -> caller.column.equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No caller has the column " + column));
    }
}
