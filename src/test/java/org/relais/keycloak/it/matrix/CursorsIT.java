package org.relais.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** A cursor is a position and no right: whatever ids somebody writes into one, the list has only what it had without it. */
@ExtendWith(RelaisServer.class)
class CursorsIT {

    private static MatrixFixture fixture;

    @BeforeAll
    static void everybody_is_there(TestRealm realm) throws SQLException {
        fixture = new MatrixFixture(realm);
        for (Scope scope : List.of(Scope.OWN, Scope.OTHER_SCHOOL, Scope.OTHER_REALM)) {
            fixture.school(scope).grant();
        }
    }

    @AfterAll
    static void close() throws SQLException {
        fixture.close();
    }

    @TestFactory
    Stream<DynamicTest> a_forged_cursor_shows_nothing_more() {
        return RequestFields.all().stream()
                .filter(place -> place.field().equals("cursor"))
                .map(IdPlace::endpoint)
                .filter(endpoint -> endpoint.method().equals("GET"))
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> shows_nothing_more(endpoint)));
    }

    private static void shows_nothing_more(Endpoint endpoint) {
        TestSchool own = fixture.own();
        String path = "/"
                + endpoint.path()
                        .replace("{groupId}", own.assistants())
                        .replace("{grantId}", endpoint.path().contains("{grantId}") ? own.grant() : "")
                        .replace("{targetId}", endpoint.path().contains("{targetId}") ? own.target() : "");
        Caller caller = endpoint.base() == ApiBase.MANAGERS ? Caller.DELEGATE : Caller.VIEWER;
        var api = endpoint.base().of(fixture.realm(), fixture.token(caller));
        String all = endpoint.path().equals("people")
                ? "?q=mar&max=50"
                : endpoint.path().equals("groups") ? "" : "?max=100";
        List<String> without = ids(api.get(path + all).expect(200));
        for (Scope scope : List.of(Scope.OWN, Scope.OTHER_SCHOOL, Scope.OTHER_REALM)) {
            for (String cursor : cursors(fixture.school(scope))) {
                Answer answer = api.get(path + (all.isEmpty() ? "?" : all + "&") + "cursor=" + cursor);
                if (answer.status() == 400) {
                    Refusals.areWellFormed(answer);
                } else if (!endpoint.path().equals("groups")) {
                    assertThat(without).as(answer.request()).containsAll(ids(answer.expect(200)));
                }
                assertThat(answer.text())
                        .as(answer.request())
                        .doesNotContain(fixture.school(Scope.OTHER_REALM).assistants());
            }
        }
    }

    /** Of every form that a list understands, with ids of the school. */
    private static List<String> cursors(TestSchool school) {
        String unknown = UUID.randomUUID().toString();
        return Stream.of(
                        "[\"%s\"]".formatted(school.uai()),
                        "[\"%s\"]".formatted(school.assistants()),
                        "[0,\"%s\"]".formatted(school.assistants()),
                        "[9999999999999,\"%s\"]".formatted(unknown),
                        "[0,\"\",\"\",\"\"]",
                        "[1,\"%s\",\"\",\"\"]".formatted(school.uai()),
                        "[\"P\",\"a\",\"\",\"\"]",
                        "[0,0,\"%s\",\"\",\"\",\"\"]".formatted(school.uai()))
                .map(text ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static List<String> ids(Answer list) {
        return list.json().get("items").findValuesAsText("id").stream()
                .distinct()
                .toList();
    }
}
