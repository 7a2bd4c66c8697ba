package org.relais.keycloak;

import java.util.List;

/** A change set of which at least one line cannot be done; one problem per line, nothing has changed. */
public final class LinesRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    public LinesRefused(List<Problem> problems) {
        super(List.copyOf(problems));
    }
}
