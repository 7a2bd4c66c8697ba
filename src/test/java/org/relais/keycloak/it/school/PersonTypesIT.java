package org.relais.keycloak.it.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.PeopleSearch;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** Kinds of people that a realm has of its own stand in the place of those Relais comes with. */
@ExtendWith(RelaisServer.class)
class PersonTypesIT {

    @Test
    void a_realm_may_have_kinds_of_people_of_its_own(TestRealm own) {
        own.admin()
                .post(
                        "/components",
                        Map.of(
                                "name", "agents",
                                "providerId", "relais-person-type",
                                "providerType", "org.relais.keycloak.school.SchoolComponent",
                                "config",
                                        Map.of(
                                                "labelFr", List.of("Agents"),
                                                "typeValues", List.of("AGT"),
                                                "visibleToManagers", List.of("false"))))
                .expect(201);
        aPerson()
                .identifiedBy("agent.1")
                .called("Groix", "Un")
                .with("title", "AGT")
                .in(own);
        aPerson()
                .identifiedBy("pupil.2")
                .called("Groix", "Deux")
                .with("ENTPersonProfils", "National_ELV")
                .in(own);

        assertThat(PeopleSearch.upToDate(own).find("groix")).containsExactly("pupil.2");
        own.admin()
                .post(
                        "/components",
                        Map.of(
                                "name", "bad id",
                                "providerId", "relais-person-type",
                                "providerType", "org.relais.keycloak.school.SchoolComponent",
                                "config", Map.of("typeValues", List.of("X"))))
                .expect(400);
    }
}
