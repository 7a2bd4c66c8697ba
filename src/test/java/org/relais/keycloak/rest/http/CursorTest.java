package org.relais.keycloak.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.keycloak.problem.InvalidInput;

class CursorTest {

    @Test
    void what_is_written_is_read() {
        String cursor = Cursor.write(1795388400000L, "Guéguen, \"Hélène\"", "");

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.read(cursor, 3)).containsExactly("1795388400000", "Guéguen, \"Hélène\"", "");
        assertThat(Cursor.number("1795388400000")).isEqualTo(1795388400000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "%",
                "null",
                "[]",
                "[\"one\"]",
                "[\"one\",null]",
                "[[],[]]",
                "{\"a\":1}",
                "[\"a\",\"\\u0000\"]"
            })
    void any_other_text_is_refused(String content) {
        assertRefused(content);
        assertRefused(Base64.getUrlEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1e3", "99999999999999999999"})
    void what_should_be_a_number_is_one(String part) {
        assertThatThrownBy(() -> Cursor.number(part)).isInstanceOf(InvalidInput.class);
    }

    private static void assertRefused(String cursor) {
        assertThatThrownBy(() -> Cursor.read(cursor, 2))
                .as(cursor)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting("field")
                                .containsExactly("cursor"));
    }
}
