package org.relais.keycloak.school.importing;

import org.relais.keycloak.problem.ProblemCode;

/** Why an import of schools, or one of its lines, is not carried out. */
enum ImportProblem implements ProblemCode {
    IMPORT_UNDER_WAY,
    IMPORT_LINE_FAILED
}
