package org.relais.keycloak.gate;

import java.time.LocalDate;
import org.keycloak.models.ClientModel;
import org.relais.keycloak.platform.ClientName;
import org.relais.keycloak.school.School;

/**
 * The refusal of an application that is closed to a person now.
 *
 * @param school  the school the application belongs to; null for one of all schools
 * @param endedOn last day of the access the person had to it; null if there was none
 */
record AccessDenied(ClientModel client, School school, LocalDate endedOn) {

    String name() {
        return ClientName.of(client);
    }
}
