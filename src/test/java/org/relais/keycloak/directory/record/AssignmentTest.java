package org.relais.keycloak.directory.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentTest {

    @Test
    void a_value_names_a_school_and_a_function_in_any_case() {
        assertThat(Assignment.of(" 0359001u$aes ")).contains(new Assignment("0359001U", "AES"));
        assertThat(Assignment.of("0359001U$AES")).map(Assignment::toString).contains("0359001U$AES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "AES", "0359001U", "0359001U$", "$AES", "$", " $ "})
    void anything_else_is_no_post(String value) {
        assertThat(Assignment.of(value)).isEmpty();
    }
}
