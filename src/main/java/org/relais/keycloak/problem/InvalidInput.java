package org.relais.keycloak.problem;

import java.util.List;

/** The request itself is wrong: a field, its form or its value. */
public final class InvalidInput extends Refusal {

    private static final long serialVersionUID = 1L;

    public InvalidInput(Problem problem) {
        super(List.of(problem));
    }
}
