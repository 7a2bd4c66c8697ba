package org.relais.keycloak.problem;

import java.util.List;

/** The request is larger than what is read. */
public final class TooLarge extends Refusal {

    private static final long serialVersionUID = 1L;

    public TooLarge(Problem problem) {
        super(List.of(problem));
    }
}
