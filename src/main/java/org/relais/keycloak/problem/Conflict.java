package org.relais.keycloak.problem;

import java.util.List;

/** The request was right, but what it speaks of has changed meanwhile or is over. */
public final class Conflict extends Refusal {

    private static final long serialVersionUID = 1L;

    public Conflict(Problem problem) {
        super(List.of(problem));
    }
}
