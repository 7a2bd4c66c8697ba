package org.relais.keycloak.school;

import java.util.Optional;

/**
 * A client id in a profile, where {@code {uai}} stands for the school: {@code pronote-{uai}} is one application per
 * school, {@code moodle} one for all.
 */
public record ClientPattern(String text) {

    private static final String UAI = "{uai}";

    public boolean isPerSchool() {
        return text.contains(UAI);
    }

    public String clientId(String uai) {
        return text.replace(UAI, uai);
    }

    /** Whether a client is this application of a school. UAIs are compared without case, as directories write both. */
    public boolean matches(String clientId, String uai) {
        return isPerSchool() ? clientId(uai).equalsIgnoreCase(clientId) : text.equals(clientId);
    }

    /** The UAI of the school whose application a client would be; empty for an application of all schools. */
    Optional<String> uaiIn(String clientId) {
        int at = text.indexOf(UAI);
        return at < 0 || !couldMean(clientId)
                ? Optional.empty()
                : Optional.of(clientId.substring(at, clientId.length() - (text.length() - at - UAI.length())));
    }

    /** Whether a client could be this application of some school, whichever. */
    boolean couldMean(String clientId) {
        int at = text.indexOf(UAI);
        if (at < 0) {
            return text.equals(clientId);
        }
        String before = text.substring(0, at);
        String after = text.substring(at + UAI.length());
        return clientId.length() >= before.length() + after.length()
                && clientId.startsWith(before)
                && clientId.endsWith(after);
    }
}
