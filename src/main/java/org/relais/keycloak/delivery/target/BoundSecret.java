package org.relais.keycloak.delivery.target;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secret of a component together with the server it was given for, as they are stored in one text:
 * {@code for https://moodle.example:443 <secret>}. Keycloak leaves a secret as it is stored when a request sends the mask, so
 * the text tells a secret that came with this request from one that was there before.
 *
 * @param server as {@link TargetAddress#server} writes it; null for a secret that is bound to none
 */
public record BoundSecret(String server, String secret) {

    private static final Pattern STORED = Pattern.compile("for ([a-z]+://[^ ]+:[0-9]+) (.+)", Pattern.DOTALL);

    public static BoundSecret read(String stored) {
        Matcher bound = STORED.matcher(stored);
        return bound.matches() ? new BoundSecret(bound.group(1), bound.group(2)) : new BoundSecret(null, stored);
    }

    public boolean isBound() {
        return server != null;
    }

    /** The secret stands in the vault, where it cannot be bound: its text is the reference. */
    public boolean isInVault() {
        return secret.startsWith("${vault.");
    }

    /** Whether it may travel to a server. */
    public boolean isFor(String otherServer) {
        return !isBound() || server.equals(otherServer);
    }

    public BoundSecret boundTo(String newServer) {
        return new BoundSecret(newServer, secret);
    }

    public String stored() {
        return isBound() ? "for " + server + " " + secret : secret;
    }

    /** Nothing that is printed by chance shows it. */
    @Override
    public String toString() {
        return "a secret for " + server;
    }
}
