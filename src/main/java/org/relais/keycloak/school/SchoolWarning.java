package org.relais.keycloak.school;

import org.relais.keycloak.problem.ProblemCode;

/** What is odd in the profiles and schools of a realm. */
enum SchoolWarning implements ProblemCode {
    WARNING_NO_PROFILE,
    WARNING_UNKNOWN_SUFFIX,
    WARNING_NO_MANAGER,
    WARNING_UNKNOWN_CLIENT,
    WARNING_OFFICIAL_CLIENT,

    WARNING_FALSE_SCHOOL,
    WARNING_CONTRADICTING_PROFILE,
    WARNING_NO_HEAD,
    WARNING_SCHOOL_CLIENT,
    WARNING_PRIVILEGED_GROUP
}
