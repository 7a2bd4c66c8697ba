package org.relais.keycloak.delivery;

import java.time.Duration;

/** The application does not answer, or answers that it cannot work now: nothing is wrong with the people. */
public final class TargetUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;
    private final transient Duration retryAfter;

    /**
     * @param error      code of what went wrong, as in {@link Outcome}
     * @param retryAfter how long the application wants to be left alone; null if it does not say
     */
    public TargetUnavailable(String error, Duration retryAfter, Throwable cause) {
        super(error, cause);
        this.error = error;
        this.retryAfter = retryAfter;
    }

    public TargetUnavailable(String error) {
        this(error, null, null);
    }

    public String error() {
        return error;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
