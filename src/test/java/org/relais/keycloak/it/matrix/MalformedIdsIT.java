package org.relais.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.matrix.Requests.Request;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** Texts that can be no id, in the place of each id: never a 5xx, and nothing happens. */
@ExtendWith(RelaisServer.class)
class MalformedIdsIT {

    /** Relais itself answers these: there is no such thing. */
    private static final List<String> NO_ID = List.of(
            "%00",
            "%0A",
            "%20",
            "%C3%A9",
            "%F0%9F%98%80",
            "'%20or%201=1--",
            "*",
            "f:",
            "f:x",
            "f::",
            "x".repeat(256),
            "x".repeat(3000));

    /** These mean another address, or none; the server answers them before or instead of Relais. */
    private static final List<String> NO_PATH = List.of("..", "%2E%2E", "..%2F..", "%2F", "%25", "%C3", ";", ".");

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
    Stream<DynamicTest> what_can_be_no_id_is_the_id_of_nothing() {
        return forEachPlaceholder((endpoint, placeholder) -> NO_ID.forEach(id -> {
            Answer answer = refused(endpoint, placeholder, id);
            Refusals.areWellFormed(answer.expect(404));
        }));
    }

    @TestFactory
    Stream<DynamicTest> what_can_be_no_path_is_refused() {
        return forEachPlaceholder((endpoint, placeholder) -> NO_PATH.forEach(id -> {
            Answer answer = refused(endpoint, placeholder, id);
            assertThat(Set.of(400, 404, 405))
                    .as("%s answered %s", answer.request(), answer)
                    .contains(answer.status());
        }));
    }

    private interface Attempt {
        void make(Endpoint endpoint, String placeholder);
    }

    private static Stream<DynamicTest> forEachPlaceholder(Attempt attempt) {
        return Matrix.endpoints().stream()
                .flatMap(endpoint -> endpoint.placeholders().stream()
                        .map(placeholder -> DynamicTest.dynamicTest(
                                endpoint + ": " + placeholder, () -> attempt.make(endpoint, placeholder))));
    }

    /** By somebody who is allowed what he asks for, were it not for the id. */
    private static Answer refused(Endpoint endpoint, String placeholder, String id) {
        Caller person = endpoint.base() == ApiBase.MANAGERS ? Caller.HEAD : Caller.REALM_ADMIN;
        Caller caller = endpoint.path().contains("{client}") ? Caller.FEED_READER : person;
        Request request = requests.with(endpoint, placeholder, id);
        List<String> before = fixture.snapshot();
        Answer answer = requests.send(request, caller);
        if (!endpoint.reads()) {
            assertThat(fixture.snapshot()).as(answer.request()).isEqualTo(before);
        }
        return answer;
    }
}
