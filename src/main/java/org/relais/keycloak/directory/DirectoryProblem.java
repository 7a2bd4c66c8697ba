package org.relais.keycloak.directory;

import org.relais.keycloak.problem.ProblemCode;

/** Why a search for people is refused. */
enum DirectoryProblem implements ProblemCode {
    QUERY_LENGTH
}
