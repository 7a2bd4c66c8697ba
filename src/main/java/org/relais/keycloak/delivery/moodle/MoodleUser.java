package org.relais.keycloak.delivery.moodle;

import com.fasterxml.jackson.databind.JsonNode;

/** An account in Moodle. Those Relais has created carry its mark and the id of their user in Keycloak. */
record MoodleUser(
        String id,
        String username,
        String email,
        String firstName,
        String lastName,
        String idNumber,
        boolean suspended) {

    private static final String MARK = "relais:";

    static MoodleUser read(JsonNode user) {
        return new MoodleUser(
                user.path("id").asText(),
                user.path("username").asText(),
                user.path("email").asText(),
                user.path("firstname").asText(),
                user.path("lastname").asText(),
                user.path("idnumber").asText(),
                user.path("suspended").asBoolean() || user.path("suspended").asInt() == 1);
    }

    /** The id number by which an account of ours is found again. */
    static String marked(String userId) {
        return MARK + userId;
    }

    boolean isOurs() {
        return idNumber.startsWith(MARK);
    }

    boolean isOf(String userId) {
        return idNumber.equals(marked(userId));
    }

    boolean isOfAnother(String userId) {
        return isOurs() && !isOf(userId);
    }

    /** The user an account of ours belongs to; null for any other. */
    String userId() {
        return isOurs() ? idNumber.substring(MARK.length()) : null;
    }

    boolean isUpToDate(NewAccount account) {
        return !suspended
                && firstName.equals(account.firstName())
                && lastName.equals(account.lastName())
                && email.equals(account.email());
    }
}
