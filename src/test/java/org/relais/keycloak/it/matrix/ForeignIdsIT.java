package org.relais.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.TEACHER;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.matrix.Requests.Request;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** Ids of another school, of another realm and of nothing: nobody can tell from the answer which of them it was. */
@ExtendWith(RelaisServer.class)
class ForeignIdsIT {

    private static final Endpoint WITHDRAW =
            new Endpoint(ApiBase.MANAGERS, "DELETE groups/{groupId}/managers/{managerId}");

    private static MatrixFixture fixture;
    private static Requests requests;

    @BeforeAll
    static void everybody_is_there(TestRealm realm) throws SQLException {
        fixture = new MatrixFixture(realm);
        requests = new Requests(fixture);
    }

    @AfterAll
    static void close() throws SQLException {
        fixture.close();
    }

    @TestFactory
    Stream<DynamicContainer> a_foreign_id_is_answered_as_an_unknown_one() {
        return Matrix.endpoints().stream()
                .filter(endpoint -> !endpoint.placeholders().isEmpty())
                .map(endpoint -> DynamicContainer.dynamicContainer(
                        endpoint.toString(),
                        Stream.of(Caller.values())
                                .map(caller -> DynamicTest.dynamicTest(
                                        caller.name(), () -> is_answered_as_unknown(endpoint, caller)))));
    }

    @Test
    void a_delegation_is_found_only_through_its_own_group() {
        String foreign =
                fixture.school(Scope.OTHER_SCHOOL).delegation(fixture.realm().userId(TEACHER), Days.in(1));
        List<String> before = fixture.snapshot();

        Answer known = send(requests.with(WITHDRAW, "{managerId}", foreign), Caller.HEAD);
        Answer unknown = send(requests.with(WITHDRAW, "{managerId}", "no-such-delegation"), Caller.HEAD);

        assertThat(known.expect(404).text()).isEqualTo(unknown.expect(404).text());
        assertThat(fixture.snapshot()).isEqualTo(before);
    }

    private static void is_answered_as_unknown(Endpoint endpoint, Caller caller) {
        Answer unknown = answer(endpoint, caller, Scope.UNKNOWN);
        Answer otherRealm = answer(endpoint, caller, Scope.OTHER_REALM);
        Answer otherSchool = answer(endpoint, caller, Scope.OTHER_SCHOOL);

        assertSame(otherRealm, unknown);
        if (otherSchool.status() == unknown.status()) {
            assertSame(otherSchool, unknown);
        }
    }

    private static Answer answer(Endpoint endpoint, Caller caller, Scope scope) {
        int expected = Matrix.status(endpoint, caller, scope);
        Request request = requests.by(caller, endpoint, scope);
        List<String> before = fixture.snapshot();
        Answer answer = send(request, caller).expect(expected);
        if (expected >= 400) {
            assertThat(fixture.snapshot()).as("a refused call changes nothing").isEqualTo(before);
        }
        return answer;
    }

    private static void assertSame(Answer foreign, Answer unknown) {
        assertThat(foreign.text()).as(foreign.request()).isEqualTo(unknown.text());
        assertThat(foreign.headers().map().keySet())
                .as(foreign.request())
                .isEqualTo(unknown.headers().map().keySet());
    }

    private static Answer send(Request request, Caller caller) {
        return requests.send(request, caller);
    }
}
