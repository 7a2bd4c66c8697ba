package org.relais.keycloak.problem;

import java.util.List;

/** A change set of which at least one line cannot be done; one problem per line, nothing has changed. */
public final class ChangeRejected extends Refusal {

    private static final long serialVersionUID = 1L;

    public ChangeRejected(List<Problem> problems) {
        super(List.copyOf(problems));
    }
}
