package org.relais.keycloak.delivery.moodle;

/** The deadline is over: what is left is done with the next batch. */
final class DeadlineExceeded extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
