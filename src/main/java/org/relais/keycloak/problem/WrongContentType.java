package org.relais.keycloak.problem;

import java.util.List;

/** The request has a body of a kind that is not read. */
public final class WrongContentType extends Refusal {

    private static final long serialVersionUID = 1L;

    public WrongContentType(Problem problem) {
        super(List.of(problem));
    }
}
