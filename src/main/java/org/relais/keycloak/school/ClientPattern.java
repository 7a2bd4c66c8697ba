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

    /** The text that the ids of all its clients begin with. */
    String beginning() {
        return isPerSchool() ? text.substring(0, text.indexOf(UAI)) : text;
    }

    /** Whether a client is this application of a school. UAIs are compared without case, as directories write both. */
    public boolean matches(String clientId, String uai) {
        return isPerSchool() ? clientId(uai).equalsIgnoreCase(clientId) : text.equals(clientId);
    }

    /** The UAI of the school whose application a client would be; empty for an application of all schools. */
    Optional<String> uaiIn(String clientId) {
        int places = (text.length() - text.replace(UAI, "").length()) / UAI.length();
        int length = places == 0 ? 0 : (clientId.length() - text.length()) / places + UAI.length();
        int at = text.indexOf(UAI);
        if (length <= 0 || at + length > clientId.length()) {
            return Optional.empty();
        }
        return Optional.of(clientId.substring(at, at + length)).filter(uai -> matches(clientId, uai));
    }

    /** Whether a client could be this application of any school; true wherever {@link #matches} is true for one. */
    boolean couldMean(String clientId) {
        int at = text.indexOf(UAI);
        if (at < 0) {
            return text.equals(clientId);
        }
        String before = text.substring(0, at);
        String after = text.substring(text.lastIndexOf(UAI) + UAI.length());
        return clientId.length() >= before.length() + after.length()
                && clientId.regionMatches(true, 0, before, 0, before.length())
                && clientId.regionMatches(true, clientId.length() - after.length(), after, 0, after.length());
    }
}
