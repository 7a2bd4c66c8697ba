package org.relais.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;

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

    private record Cell(LoginFlow loginFlow, AccessState accessState) {}

    private static final Map<Cell, TestPerson> PEOPLE = new LinkedHashMap<>();

    private static GateScenario scenario;

    @BeforeAll
    static void people_come_to_a_realm_with_the_gate(TestRealm realm) {
        scenario = new GateScenario(realm, OtherRealm.of(realm), new HashMap<>());
        for (Cell cell : cells().toList()) {
            TestPerson person = TestPerson.aPerson().whoSignsIn().in(realm);
            cell.loginFlow().before(scenario, person);
            cell.accessState().give(realm, person);
            PEOPLE.put(cell, person);
        }
        GuardedClients.addTo(realm);
        GuardedClients.forService(realm, TestClients.NO_AUDIENCE);
    }

    @AfterAll
    static void leave() {
        scenario.elsewhere().close();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("table")
    void an_application_is_open_to_whom_a_group_opens_it_now(LoginFlow loginFlow, AccessState accessState) {
        LoginFlow.Outcome outcome = loginFlow.enter(scenario, PEOPLE.get(new Cell(loginFlow, accessState)));

        assertThat(outcome.open()).isEqualTo(accessState.opens);
        if (accessState.opens) {
            assertThat(outcome.groups()).containsExactly(GROUP);
        }
    }

    static Stream<Arguments> table() {
        return cells().map(cell -> Arguments.of(cell.loginFlow(), cell.accessState()));
    }

    private static Stream<Cell> cells() {
        return Stream.of(LoginFlow.values())
                .flatMap(loginFlow ->
                        Stream.of(AccessState.values()).map(accessState -> new Cell(loginFlow, accessState)));
    }
}
