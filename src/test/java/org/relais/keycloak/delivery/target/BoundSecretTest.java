package org.relais.keycloak.delivery.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundSecretTest {

    private static final String SERVER = "https://moodle.example:443";

    @ParameterizedTest
    @ValueSource(strings = {"abc", "with blanks in it", "for ever", "for https://x secret", "a\nb", "${vault.key}"})
    void a_secret_is_read_back_with_its_server(String secret) {
        BoundSecret bound = BoundSecret.read(secret).boundTo(SERVER);

        assertThat(BoundSecret.read(bound.stored())).isEqualTo(bound);
        assertThat(bound.secret()).isEqualTo(secret);
    }

    @Test
    void it_may_travel_to_its_server_only() {
        BoundSecret bound = BoundSecret.read("for " + SERVER + " abc");

        assertThat(bound.isFor(SERVER)).isTrue();
        assertThat(bound.isFor("https://evil.example:443")).isFalse();
        assertThat(bound.isFor("http://moodle.example:443")).isFalse();
    }

    @Test
    void printing_it_does_not_show_it() {
        assertThat(BoundSecret.read("for " + SERVER + " abc").toString()).doesNotContain("abc");
    }
}
