package org.relais.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.matrix.Requests.Request;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** Every endpoint, called by everybody with ids of the head's own school: {@link Matrix} says what each is answered. */
@ExtendWith(RelaisServer.class)
class AuthorisationIT {

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
    Stream<DynamicContainer> each_caller_is_answered_as_the_table_says() {
        return Matrix.endpoints().stream()
                .map(endpoint -> DynamicContainer.dynamicContainer(
                        endpoint.toString(),
                        Stream.of(Caller.values())
                                .map(caller -> DynamicTest.dynamicTest(
                                        caller.name(), () -> is_answered_as_the_table_says(endpoint, caller)))));
    }

    private static void is_answered_as_the_table_says(Endpoint endpoint, Caller caller) {
        int expected = Matrix.status(endpoint, caller);
        Request request = requests.by(caller, endpoint, Scope.OWN);
        List<String> before = fixture.snapshot();

        Answer answer = requests.send(request, caller).expect(expected);

        if (expected >= 400) {
            if (isRefusedByKeycloak(endpoint.base(), caller)) {
                Refusals.areKeycloaksOwn(answer);
            } else {
                Refusals.areWellFormed(answer);
            }
            assertThat(fixture.snapshot()).as("a refused call changes nothing").isEqualTo(before);
        } else {
            Persons.areShownInShort(answer);
            if (!endpoint.reads()) {
                assertThat(fixture.snapshot()).as("what was asked for is done").isNotEqualTo(before);
            }
        }
    }

    private static boolean isRefusedByKeycloak(ApiBase base, Caller caller) {
        return base == ApiBase.ADMINISTRATORS
                && List.of(Caller.ANONYMOUS, Caller.MALFORMED, Caller.ADMIN_OF_ANOTHER_REALM)
                        .contains(caller);
    }
}
