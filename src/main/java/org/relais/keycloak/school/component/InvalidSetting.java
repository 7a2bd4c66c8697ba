package org.relais.keycloak.school.component;

import java.util.Arrays;
import org.keycloak.component.ComponentValidationException;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;

/** A setting of a component that makes no sense; Keycloak answers with its message, and we with the field too. */
final class InvalidSetting extends ComponentValidationException {

    private static final long serialVersionUID = 1L;

    private final String field;

    InvalidSetting(String field, String key, Object... params) {
        super(key, params);
        this.field = field;
    }

    InvalidInput refusal() {
        Object[] params = Arrays.stream(getParameters()).toArray();
        return new InvalidInput(Problem.at(field, getMessage().substring("relais-".length()), params));
    }
}
