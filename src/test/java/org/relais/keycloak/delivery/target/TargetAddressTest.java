package org.relais.keycloak.delivery.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetAddressTest {

    private static final String SERVER = "https://moodle.example:443";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://moodle.example",
                "https://moodle.example/",
                "HTTPS://Moodle.Example/autre/chemin",
                "https://moodle.example.",
                "https://moodle.example:443/hook?a=b",
                "https://moodle.example:0443"
            })
    void the_same_server_however_it_is_written(String url) {
        assertThat(TargetAddress.server(url)).contains(SERVER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://moodle.example",
                "http://moodle.example:443",
                "https://moodle.example:8443",
                "https://www.moodle.example",
                "https://moodle.example.evil.example",
                "https://moodle-example",
                "https://xn--modle-jua.example",
                "https://127.0.0.1",
                "https://[::1]"
            })
    void another_server(String url) {
        assertThat(TargetAddress.server(url)).isPresent().get().isNotEqualTo(SERVER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "moodle.example",
                "//moodle.example",
                "https:///path",
                "https://",
                "https://.",
                "https://moodle.example\\@evil.example",
                "https://moodle.example evil",
                "https://moodlé.example",
                "https://evil.example/\u0000"
            })
    void no_server(String url) {
        assertThat(TargetAddress.server(url)).isEmpty();
        assertThat(TargetAddress.isValid(url, true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://moodle.example@evil.example",
                "https://a:b@moodle.example",
                "https://moodle.example#part",
                "https://moodle.example:99999",
                "http://moodle.example",
                "ftp://moodle.example"
            })
    void a_server_to_which_no_secret_may_travel(String url) {
        assertThat(TargetAddress.isValid(url, true)).isFalse();
    }

    @Test
    void the_default_port_of_this_machine_is_that_of_http() {
        assertThat(TargetAddress.server("http://127.0.0.1/x")).contains("http://127.0.0.1:80");
    }
}
