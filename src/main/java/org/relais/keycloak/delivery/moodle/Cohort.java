package org.relais.keycloak.delivery.moodle;

import com.fasterxml.jackson.databind.JsonNode;

/** A cohort. Those Relais has created, or an administrator has made over to it, carry its mark in their description. */
record Cohort(String id, String idNumber, boolean isOurs) {

    static final String MARK = "[relais]";

    static Cohort read(JsonNode cohort) {
        return new Cohort(
                cohort.path("id").asText(),
                cohort.path("idnumber").asText(),
                cohort.path("description").asText().contains(MARK));
    }
}
