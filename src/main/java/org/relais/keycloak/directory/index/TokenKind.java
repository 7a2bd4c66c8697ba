package org.relais.keycloak.directory.index;

/** The kinds of tokens in the index. */
enum TokenKind {
    /** Of the name, the identifier or the email address; found by its beginning. */
    WORD(" "),
    /** The UAI of a school; found as a whole. */
    SCHOOL(" ="),
    /** What somebody is; found as a whole. */
    TYPE(" @"),
    /** A word together with what somebody is: the words of a kind of people stand together. Not in the line. */
    TYPED(null);

    private final String mark;

    TokenKind(String mark) {
        this.mark = mark;
    }

    /** What stands before a token in the line of a person. */
    String mark() {
        return mark;
    }
}
