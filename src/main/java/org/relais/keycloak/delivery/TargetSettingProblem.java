package org.relais.keycloak.delivery;

import org.keycloak.component.ComponentValidationException;
import org.relais.keycloak.problem.ProblemCode;

/** What is wrong with the settings of a target; the Admin Console shows the message {@code relais-target-<name>}. */
public enum TargetSettingProblem implements ProblemCode {
    URL,
    SECRET,
    /** The secret was given for another server. */
    SECRET_ADDRESS,
    SIGNATURE,
    CLIENTS,
    FIELD,
    AUTH,
    USERNAME;

    @Override
    public String code() {
        return "target-" + ProblemCode.super.code();
    }

    /** @param params what fills the message, in its order */
    public ComponentValidationException refused(Object... params) {
        return new ComponentValidationException(messageKey(), params);
    }
}
