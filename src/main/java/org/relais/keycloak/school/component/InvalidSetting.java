package org.relais.keycloak.school.component;

import org.keycloak.component.ComponentValidationException;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.problem.ProblemCode;

/**
 * A setting of a component that makes no sense. Keycloak answers it with the problem's message, in the administrator's
 * language; our own API names the field too.
 */
final class InvalidSetting extends ComponentValidationException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** @param field the setting as the component names it */
    InvalidSetting(String field, ProblemCode problem, Object... params) {
        super(problem.messageKey(), params);
        this.problem = Problem.at(field, problem, params);
    }

    InvalidInput refusal() {
        return new InvalidInput(problem);
    }
}
