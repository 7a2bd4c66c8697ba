package org.relais.keycloak.school.component;

import org.relais.keycloak.problem.ProblemCode;

/** What can be wrong with a setting of one of our components. */
enum SettingProblem implements ProblemCode {
    NUMBER,
    NUMBER_OUTSIDE,

    ACADEMY_MAILS,
    ACADEMY_ROOT,
    ACADEMY_SECOND,
    ACADEMY_ZONE,

    PROFILE_DAYS,
    PROFILE_LATEST_END,
    PROFILE_OFFICIAL_CLIENT,
    PROFILE_OFFICIAL_NAME,
    PROFILE_POPULATION,
    PROFILE_PRIVILEGED_GROUP,
    PROFILE_SUFFIX,
    PROFILE_SUFFIX_TAKEN,
    PROFILE_UNKNOWN_SUFFIX,

    TYPE_ID,
    TYPE_ID_TAKEN,
    TYPE_VALUES
}
