package org.relais.keycloak.problem;

import java.util.List;

/** The caller is known and may not do this. */
public final class NotAllowed extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotAllowed(Problem problem) {
        super(List.of(problem));
    }
}
