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

/**
 * Ids in queries, headers and bodies: each is answered as if it were asked for alone. What a caller may not see is answered word
 * for word as what does not exist, nothing happens, and nobody is told of a pupil. {@link IdMatrix} says who may see what.
 */
@ExtendWith(RelaisServer.class)
class IdsInRequestsIT {

    private static MatrixFixture fixture;
    private static Requests requests;
    private static IdRequests idRequests;
    private static IdValues ids;

    @BeforeAll
    static void everybody_is_there(TestRealm realm) throws SQLException {
        fixture = new MatrixFixture(realm);
        requests = new Requests(fixture);
        ids = new IdValues(fixture);
        idRequests = new IdRequests(fixture, ids);
    }

    @AfterAll
    static void close() throws SQLException {
        fixture.close();
    }

    @TestFactory
    Stream<DynamicContainer> an_id_is_answered_as_the_table_says() {
        return IdMatrix.lines().stream()
                .map(line -> DynamicContainer.dynamicContainer(
                        line.place() + " " + line.kind(),
                        line.callers().stream()
                                .flatMap(caller -> line.cells().keySet().stream()
                                        .map(scope -> DynamicTest.dynamicTest(
                                                caller + " " + scope,
                                                () -> is_answered_as_the_table_says(line, caller, scope))))));
    }

    @TestFactory
    Stream<DynamicTest> who_has_no_line_cannot_tell_one_id_from_another() {
        return IdMatrix.lines().stream()
                .flatMap(line -> Stream.of(Caller.values())
                        .filter(caller -> IdMatrix.lines().stream()
                                .noneMatch(other -> other.place().equals(line.place())
                                        && other.kind().equals(line.kind())
                                        && other.callers().contains(caller)))
                        .map(caller -> DynamicTest.dynamicTest(
                                line.place() + " " + line.kind() + ": " + caller,
                                () -> all_ids_are_the_same(line, caller))));
    }

    private static void is_answered_as_the_table_says(IdMatrix.Line line, Caller caller, IdScope scope) {
        String cell = line.cells().get(scope);
        if (cell.equals("=")) {
            assertUnknown(line, caller, ids.kept(line.kind(), scope));
            return;
        }
        String id = ids.fresh(line.kind(), scope);
        Request request = idRequests.with(line, id);
        List<String> before = fixture.snapshot();
        Answer answer = requests.send(request, caller).expect(Integer.parseInt(cell));
        if (line.place().endpoint().base() == ApiBase.MANAGERS) {
            isSilentOfPupils(answer);
        }
        if (answer.status() >= 400) {
            assertThat(fixture.snapshot()).as(answer.request()).isEqualTo(before);
        }
    }

    private static void all_ids_are_the_same(IdMatrix.Line line, Caller caller) {
        String unknown = ids.kept(line.kind(), IdScope.UNKNOWN);
        List<String> values = line.cells().keySet().stream()
                .filter(scope -> scope != IdScope.MALFORMED)
                .map(scope -> ids.kept(line.kind(), scope))
                .toList();
        List<String> before = fixture.snapshot();

        Answer ofNothing = send(line, caller, unknown);

        int expected = Matrix.status(line.place().endpoint(), caller);
        if (expected >= 400) {
            ofNothing.expect(expected);
        }
        values.forEach(id -> areSame(send(line, caller, id), id, ofNothing, unknown));
        assertThat(fixture.snapshot()).isEqualTo(before);
    }

    private static void assertUnknown(IdMatrix.Line line, Caller caller, String id) {
        String unknown = ids.kept(line.kind(), IdScope.UNKNOWN);
        Answer ofNothing = send(line, caller, unknown);
        Request request = idRequests.with(line, id);
        List<String> before = fixture.snapshot();

        Answer foreign = requests.send(request, caller);

        areSame(foreign, id, ofNothing, unknown);
        assertThat(fixture.snapshot()).as(foreign.request()).isEqualTo(before);
    }

    /** Word for word. */
    private static void areSame(Answer foreign, String id, Answer ofNothing, String unknown) {
        assertThat(foreign.status() + " " + foreign.text().replace(id, "ID"))
                .as(foreign.request())
                .isEqualTo(ofNothing.status() + " " + ofNothing.text().replace(unknown, "ID"));
        assertThat(foreign.headers().map().keySet())
                .as(foreign.request())
                .isEqualTo(ofNothing.headers().map().keySet());
        isSilentOfPupils(foreign);
    }

    private static Answer send(IdMatrix.Line line, Caller caller, String id) {
        return requests.send(idRequests.with(line, id), caller);
    }

    private static void isSilentOfPupils(Answer answer) {
        assertThat(answer.text())
                .as(answer.request())
                .doesNotContain(IdValues.HIDDEN_FIRST_NAME, IdValues.HIDDEN_LAST_NAME);
    }
}
