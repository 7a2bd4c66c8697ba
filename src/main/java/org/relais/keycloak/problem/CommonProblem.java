package org.relais.keycloak.problem;

/** The problems that more than one room finds. */
public enum CommonProblem implements ProblemCode {
    BODY_UNREADABLE,
    CHANGED_MEANWHILE,
    ENDS_IN_THE_PAST,
    FIELD_MISSING,
    /** A text holds a character that nobody sees or that turns the direction of reading. */
    INVISIBLE_CHARACTER,
    NOT_IN_RANGE,
    ROW_TOO_WIDE,
    TOO_MANY_LINES,
    UNKNOWN_PERSON,
    WRONG_CURSOR,
    WRONG_DAY,
    WRONG_TEXT,
    WRONG_VALUE,

    NOT_FOUND_FEED,
    NOT_FOUND_GRANT,
    NOT_FOUND_GROUP,
    NOT_FOUND_IMPORT,
    NOT_FOUND_MANAGER,
    NOT_FOUND_PERSON,
    NOT_FOUND_PROFILE,
    NOT_FOUND_SCHOOL,
    NOT_FOUND_TARGET
}
