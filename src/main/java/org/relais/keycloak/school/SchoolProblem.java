package org.relais.keycloak.school;

import org.relais.keycloak.problem.ProblemCode;

/** Why a school is not changed. */
public enum SchoolProblem implements ProblemCode {
    GROUP_NAME_TAKEN
}
