package org.relais.keycloak.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostTest {

    @Test
    void a_value_names_a_school_and_a_function_in_any_case() {
        assertThat(Post.of(" 0359001u$aes ")).contains(new Post("0359001U", "AES"));
        assertThat(Post.of("0359001U$AES")).map(Post::toString).contains("0359001U$AES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "AES", "0359001U", "0359001U$", "$AES", "$", " $ "})
    void anything_else_is_no_post(String value) {
        assertThat(Post.of(value)).isEmpty();
    }
}
