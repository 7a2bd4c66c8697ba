package org.relais.keycloak.rest.http;

import org.relais.keycloak.problem.ProblemCode;

/** The problems of a request itself, whatever it is about. */
public enum RequestProblem implements ProblemCode {
    BODY_TOO_LARGE,
    CHANGE_EMPTY,
    DAYS_REVERSED,
    IDS_OR_SEARCH,
    JSON_MALFORMED,
    JSON_MISSING,
    /** Somebody to add is named by both an id and an identifier, or by neither. */
    NEWCOMER_UNCLEAR,
    NOT_ONE_OF,
    NOT_WHEN_ENDING,
    TOO_MANY_CHANGES,
    TOO_MANY_SEARCHES,
    UNKNOWN_FIELD,
    UNKNOWN_SCHOOL,
    UNKNOWN_TYPE,
    WRONG_CONTENT_TYPE,
    /** The idempotency key holds something else than up to 200 printable characters. */
    WRONG_KEY
}
