package org.relais.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** An idempotency key is the caller's own: whoever sends another's learns nothing of what the other did with it. */
@ExtendWith(RelaisServer.class)
class IdempotencyKeyIT {

    private static MatrixFixture fixture;

    private final String key = UUID.randomUUID().toString();
    private final Map<String, Object> change = Map.of("add", List.of(TestSchool.somebodyAwaited()), "reason", "essai");

    @BeforeAll
    static void everybody_is_there(TestRealm realm) throws SQLException {
        fixture = new MatrixFixture(realm);
    }

    @AfterAll
    static void close() throws SQLException {
        fixture.close();
    }

    @Test
    void the_key_of_another_manager_repeats_nothing() {
        String granted =
                send(Caller.HEAD).expect(200).json().at("/granted/0/id").asText();

        Answer same = send(Caller.DELEGATE);

        assertThat(same.expect(422).text()).as("the access is given already").doesNotContain(granted);
    }

    @ParameterizedTest
    @EnumSource(names = {"TEACHER", "ASSISTANT", "HEAD_ELSEWHERE", "FORMER_DELEGATE", "VIEWER", "MANAGER_BY_GRANT"})
    void the_key_of_a_manager_is_no_right(Caller caller) {
        send(Caller.HEAD).expect(200);
        List<String> before = fixture.snapshot();

        send(caller).expect(404);

        assertThat(fixture.snapshot()).isEqualTo(before);
    }

    private Answer send(Caller caller) {
        return ApiBase.MANAGERS
                .of(fixture.realm(), fixture.token(caller))
                .with("Idempotency-Key", key)
                .post("/groups/" + fixture.own().assistants() + "/changes", change);
    }
}
