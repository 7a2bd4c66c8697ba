package org.relais.keycloak.authority;

import org.relais.keycloak.problem.ProblemCode;

/** Why a caller is not let in, or may not do something; and why a management is not delegated. */
enum AuthorityProblem implements ProblemCode {
    /** There is no valid token. */
    NOT_SIGNED_IN,
    /** The token was issued for something else. */
    WRONG_AUDIENCE,

    NOT_ALLOWED_SERVICE_ACCOUNT,
    NOT_ALLOWED_FEED,
    NOT_ALLOWED_VIEW,
    NOT_ALLOWED_MANAGE,
    NOT_ALLOWED_CONFIGURE,
    NOT_ALLOWED_DIRECTORY,
    NOT_ALLOWED_DELEGATE,
    /** In the session of somebody else, where the realm refuses changes there. */
    NOT_ALLOWED_IMPERSONATED,

    ALREADY_DELEGATED,
    ENDS_ON_MISSING,
    DELEGATION_TOO_LONG,
    TOO_MANY_DELEGATIONS_IN_GROUP,
    TOO_MANY_DELEGATIONS_OF_GIVER,
    DELEGATION_TO_ONESELF,
    /** Beyond the end of the own delegation. */
    DELEGATION_PAST_OWN
}
