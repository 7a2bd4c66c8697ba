package org.relais.keycloak;

import java.util.List;

/** There is no valid token, or it was issued for something else. */
public final class NotSignedIn extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotSignedIn(Problem problem) {
        super(List.of(problem));
    }
}
