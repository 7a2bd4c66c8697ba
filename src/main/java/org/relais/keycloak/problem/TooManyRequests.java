package org.relais.keycloak.problem;

import java.time.Duration;
import java.util.List;

/** The caller has asked that often that others would have to wait. */
public final class TooManyRequests extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient Duration wait;

    /** @param wait until when it is of no use to ask again */
    public TooManyRequests(Problem problem, Duration wait) {
        super(List.of(problem));
        this.wait = wait;
    }

    /** Whole seconds, at least one. */
    public long waitSeconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
