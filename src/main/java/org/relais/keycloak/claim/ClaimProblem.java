package org.relais.keycloak.claim;

import org.relais.keycloak.problem.ProblemCode;

/** What can be wrong with the claims of a realm. */
enum ClaimProblem implements ProblemCode {
    MAPPER_FORMAT,
    WARNING_OFFICIAL_MAPPER,
    WARNING_OFFICIAL_ROLE
}
