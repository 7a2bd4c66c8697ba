package org.relais.keycloak.school.importing;

import org.relais.keycloak.problem.ProblemCode;

/** What can be wrong, or odd, with what a line says of a school. */
enum SchoolLineProblem implements ProblemCode {
    CELL_FORMULA,
    UAI_FORM,
    /** The last letter is not the one that the digits lead to. */
    UAI_LETTER,
    UAI_TWICE
}
