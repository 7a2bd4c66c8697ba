package org.relais.keycloak.delivery.moodle;

/** Moodle works, but does not take what it was sent: at least one row is bad, and it seldom says which. */
final class MoodleRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MoodleRefusal(String errorCode) {
        super(errorCode);
    }

    String errorCode() {
        return getMessage();
    }
}
