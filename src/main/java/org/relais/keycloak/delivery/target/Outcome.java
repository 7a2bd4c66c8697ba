package org.relais.keycloak.delivery.target;

/**
 * What came of one person.
 *
 * @param error    code of what went wrong, the message {@code relais-delivery-<code>} says it; null if all is right now
 * @param remoteId by which id the application knows the person; null if it does not
 */
public record Outcome(String error, String remoteId) {

    public static Outcome done(String remoteId) {
        return new Outcome(null, remoteId);
    }

    public static Outcome failed(String error) {
        return new Outcome(error, null);
    }

    public boolean isDone() {
        return error == null;
    }
}
