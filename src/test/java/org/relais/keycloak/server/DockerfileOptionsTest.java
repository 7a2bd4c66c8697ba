package org.relais.keycloak.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DockerfileOptionsTest {

    @Test
    void reads_each_keycloak_option_in_every_way_docker_allows() {
        var options = DockerfileOptions.parse("""
                FROM scratch
                # ENV KC_COMMENT=no
                ENV KC_DB=postgres
                ENV KC_HEALTH_ENABLED="true" KC_METRICS_ENABLED='true' OTHER=x
                ENV KC_FEATURES=a,b \\
                    KC_CACHE=ispn
                RUN echo KC_RUN=no
                """);

        assertThat(options)
                .isEqualTo(Map.of(
                        "KC_DB", "postgres",
                        "KC_HEALTH_ENABLED", "true",
                        "KC_METRICS_ENABLED", "true",
                        "KC_FEATURES", "a,b",
                        "KC_CACHE", "ispn"));
    }
}
