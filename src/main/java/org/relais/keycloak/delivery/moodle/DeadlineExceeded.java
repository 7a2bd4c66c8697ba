package org.relais.keycloak.delivery.moodle;

/** The deadline is over: what has not been told is told in the next round. */
final class DeadlineExceeded extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
