package org.relais.keycloak.rest.csv;

import org.relais.keycloak.problem.ProblemCode;

/** Why a file as a whole cannot be read. */
enum CsvProblem implements ProblemCode {
    FILE_BINARY,
    FILE_EMPTY,
    FILE_ENCODING,
    FILE_NO_COLUMN,
    FILE_QUOTES,
    FILE_TOO_LARGE,
    FILE_TOO_MANY_LINES,
    WRONG_FILE_TYPE
}
