package org.relais.keycloak.problem;

import java.util.List;

/** There is no valid token, or it was issued for something else. */
public final class NotAuthenticated extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotAuthenticated(Problem problem) {
        super(List.of(problem));
    }
}
