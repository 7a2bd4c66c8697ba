package org.relais.keycloak.delivery.target;

/**
 * The outcome for one person.
 *
 * @param error    what went wrong; null if the application holds what it should
 * @param remoteId by which id the application knows the person; null if it does not
 */
public record Outcome(DeliveryError error, String remoteId) {

    public static Outcome done(String remoteId) {
        return new Outcome(null, remoteId);
    }

    public static Outcome failed(DeliveryError error) {
        return new Outcome(error, null);
    }

    public boolean isDone() {
        return error == null;
    }
}
