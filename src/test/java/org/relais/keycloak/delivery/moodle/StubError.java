package org.relais.keycloak.delivery.moodle;

/** What Moodle answers with status 200 to what it does not take. */
final class StubError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StubError(String errorCode) {
        super(errorCode);
    }
}
