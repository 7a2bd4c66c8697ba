package org.relais.keycloak.grant;

import org.relais.keycloak.problem.ProblemCode;

/** Why an access is not given, changed or ended. */
enum GrantProblem implements ProblemCode {
    SERVICE_ACCOUNT,
    DISABLED_ACCOUNT,
    /** An administrator. */
    PRIVILEGED_PERSON,
    /** Managers do not find the person in the directory. */
    PERSON_HIDDEN,
    IDENTIFIER_UNUSABLE,

    PRIVILEGED_GROUP,
    GROUP_OFFICIAL_ONLY,
    SCHOOL_CLOSED,
    TOGETHER_NOT_OFFERED,

    ALREADY_GRANTED,
    ALREADY_MEMBER,
    LINE_TWICE,
    UNKNOWN_GRANT,
    GRANT_ENDED,
    /** The grant to be confirmed waits for nobody any longer. */
    GRANT_NOT_PENDING,

    TOO_MANY_GRANTS_IN_GROUP,
    TOO_MANY_PENDING_IN_GROUP,
    TOO_MANY_PENDING_OF_GIVER,

    ENDS_TOO_LATE,
    REASON_MISSING,
    REASON_TOO_LONG,
    /** An idempotency key was used for another change set. */
    KEY_REUSED,

    IDS_TWICE,
    IMPORT_NO_SCHOOL,
    IMPORT_NO_GROUP
}
