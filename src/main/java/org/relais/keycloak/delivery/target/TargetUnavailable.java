package org.relais.keycloak.delivery.target;

import java.time.Duration;
import java.util.Map;

/** The application does not answer, or answers that it cannot work now: nothing is wrong with the people. */
public final class TargetUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;
    private final transient Duration retryAfter;
    private final transient Map<String, Outcome> reached;

    /**
     * @param error      code of what went wrong, as in {@link Outcome}
     * @param retryAfter how long the application wants to be left alone; null if it does not say
     */
    public TargetUnavailable(String error, Duration retryAfter, Throwable cause) {
        this(error, retryAfter, cause, Map.of());
    }

    private TargetUnavailable(String error, Duration retryAfter, Throwable cause, Map<String, Outcome> reached) {
        super(error, cause);
        this.error = error;
        this.retryAfter = retryAfter;
        this.reached = reached;
    }

    public TargetUnavailable(String error) {
        this(error, null, null);
    }

    /** The same, after some people have been told. */
    public TargetUnavailable after(Map<String, Outcome> outcomes) {
        return new TargetUnavailable(error, retryAfter, getCause(), Map.copyOf(outcomes));
    }

    /** Who was told before, and what came of it. */
    public Map<String, Outcome> reached() {
        return reached;
    }

    public String error() {
        return error;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
