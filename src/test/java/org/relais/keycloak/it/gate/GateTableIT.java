package org.relais.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.server.GuardedClients;
import org.relais.keycloak.it.support.server.OtherRealm;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestClients;
import org.relais.keycloak.it.support.server.TestRealm;

/** Every way in, for everybody who may stand there: an application is open exactly to whom a group opens it now. */
@ExtendWith(RelaisServer.class)
class GateTableIT {

    private record Cell(LoginFlow entrance, AccessState standing) {}

    private static final Map<Cell, TestPerson> PEOPLE = new LinkedHashMap<>();

    private static LoginFlow.Hall hall;

    @BeforeAll
    static void people_come_to_a_realm_with_the_gate(TestRealm realm) {
        hall = new LoginFlow.Hall(realm, OtherRealm.of(realm), new HashMap<>());
        for (Cell cell : cells().toList()) {
            TestPerson person = TestPerson.aPerson().whoSignsIn().in(realm);
            cell.entrance().before(hall, person);
            cell.standing().give(realm, person);
            PEOPLE.put(cell, person);
        }
        GuardedClients.addTo(realm);
        GuardedClients.forService(realm, TestClients.NO_AUDIENCE);
    }

    @AfterAll
    static void leave() {
        hall.elsewhere().close();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("table")
    void an_application_is_open_to_whom_a_group_opens_it_now(LoginFlow entrance, AccessState standing) {
        LoginFlow.Outcome outcome = entrance.enter(hall, PEOPLE.get(new Cell(entrance, standing)));

        assertThat(outcome.open()).isEqualTo(standing.opens);
        if (standing.opens) {
            assertThat(outcome.groups()).containsExactly(GuardedClients.GROUP);
        }
    }

    static Stream<Arguments> table() {
        return cells().map(cell -> Arguments.of(cell.entrance(), cell.standing()));
    }

    private static Stream<Cell> cells() {
        return Stream.of(LoginFlow.values())
                .flatMap(entrance -> Stream.of(AccessState.values()).map(standing -> new Cell(entrance, standing)));
    }
}
