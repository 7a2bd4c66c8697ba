package org.relais.keycloak.school;

import java.util.List;

/**
 * The group of one school for one profile.
 *
 * @param id          the id of the realm group
 * @param name        its technical name, {@code 0359001U_AES}
 * @param description free text an administrator wrote; may be null
 */
public record ManagedGroup(String id, String name, String description, School school, Profile profile) {

    public boolean opens(String clientId) {
        return profile.opens(clientId, school.uai());
    }

    public List<String> clientIds() {
        return profile.clientIds(school.uai());
    }

    public boolean isIn(School other) {
        return school.id().equals(other.id());
    }
}
