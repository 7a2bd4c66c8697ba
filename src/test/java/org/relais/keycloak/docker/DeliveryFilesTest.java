package org.relais.keycloak.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

final class DeliveryFilesTest {

    private static final Path DOCKER = Path.of("docker");

    private final JsonNode compose = read(DOCKER.resolve("compose.yaml"));
    private final List<String> dockerfile = lines(DOCKER.resolve("Dockerfile"));

    @Test
    void every_mounted_file_exists() {
        assertThat(eachService("volumes").filter(volume -> volume.startsWith(".")))
                .isNotEmpty()
                .allSatisfy(volume ->
                        assertThat(DOCKER.resolve(volume.split(":")[0])).exists())
                .allMatch(volume -> volume.endsWith(":ro"));
    }

    @Test
    void every_named_volume_is_declared() {
        assertThat(eachService("volumes").filter(volume -> !volume.startsWith(".")))
                .allMatch(volume -> compose.path("volumes").has(volume.split(":")[0]));
    }

    @Test
    void every_image_is_pinned() {
        assertThat(Stream.concat(
                        compose.findValuesAsText("image").stream(),
                        dockerfile.stream()
                                .filter(line -> line.startsWith("FROM "))
                                .map(line -> line.split(" ")[1])))
                .hasSize(5)
                .allMatch(image -> image.matches(".+:v?\\d+\\.\\d+(\\.\\d+)?(-alpine)?"));
    }

    @Test
    void nothing_listens_beyond_this_machine() {
        assertThat(eachService("ports")).hasSize(3).allMatch(port -> port.matches("127\\.0\\.0\\.1:\\d+:\\d+"));
    }

    @Test
    void keycloak_waits_for_a_database_that_reports_its_health() {
        var services = compose.path("services");
        assertThat(services.at("/keycloak/depends_on/postgres/condition").asText())
                .isEqualTo("service_healthy");
        assertThat(services.at("/postgres/healthcheck/test").isArray()).isTrue();
    }

    @Test
    void secrets_can_be_set_from_outside() {
        assertThat(compose.findParents("environment").stream()
                        .flatMap(service -> service.path("environment").properties().stream())
                        .filter(entry -> entry.getKey().endsWith("PASSWORD")))
                .hasSize(3)
                .allMatch(entry -> entry.getValue().asText().matches("\\$\\{RELAIS_\\w+:-demo-only}"));
    }

    @Test
    void the_image_is_built_from_this_repository() {
        var build = compose.at("/services/keycloak/build");
        var context = DOCKER.resolve(build.path("context").asText()).normalize();
        assertThat(context.resolve(build.path("dockerfile").asText())).isRegularFile();
        assertThat(dockerfile).contains("COPY target/keycloak-relais-*.jar /opt/keycloak/providers/");
        assertThat(lines(context.resolve(".dockerignore"))).contains("!target/keycloak-relais-*.jar");
    }

    @Test
    void the_build_options_stand_one_per_line_before_the_build() {
        assertThat(dockerfile)
                .containsSubsequence(
                        "ENV KC_DB=postgres",
                        "ENV KC_HEALTH_ENABLED=true",
                        "ENV KC_METRICS_ENABLED=true",
                        "RUN /opt/keycloak/bin/kc.sh build",
                        "CMD [\"start\", \"--optimized\"]");
        assertThat(dockerfile.stream().filter(line -> line.startsWith("ENV ")))
                .allMatch(line -> line.matches("ENV KC_[A-Z_]+=\\S+"));
    }

    private Stream<String> eachService(String list) {
        return compose.path("services").properties().stream()
                .flatMap(service ->
                        StreamSupport.stream(service.getValue().path(list).spliterator(), false))
                .map(JsonNode::asText);
    }

    private static JsonNode read(Path yaml) {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(yaml.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
