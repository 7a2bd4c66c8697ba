package org.relais.keycloak.delivery.target;

import java.time.Duration;
import java.util.Map;

/** The application does not answer, or answers that it cannot work now: nothing is wrong with the people. */
public final class TargetUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final DeliveryError error;
    private final transient Duration retryAfter;
    private final transient Map<String, Outcome> reached;

    /**
     * @param error      what went wrong
     * @param retryAfter how long the application wants to be left alone; null if it does not say
     */
    public TargetUnavailable(DeliveryError error, Duration retryAfter, Throwable cause) {
        this(error, retryAfter, cause, Map.of());
    }

    private TargetUnavailable(DeliveryError error, Duration retryAfter, Throwable cause, Map<String, Outcome> reached) {
        super(error.stored(), cause);
        this.error = error;
        this.retryAfter = retryAfter;
        this.reached = reached;
    }

    public TargetUnavailable(DeliveryError error) {
        this(error, null, null);
    }

    /** The same, after some people have been synchronized. */
    public TargetUnavailable after(Map<String, Outcome> outcomes) {
        return new TargetUnavailable(error, retryAfter, getCause(), Map.copyOf(outcomes));
    }

    /** The outcomes of those who were synchronized before. */
    public Map<String, Outcome> reached() {
        return reached;
    }

    public DeliveryError error() {
        return error;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
