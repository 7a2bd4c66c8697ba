package org.relais.keycloak.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The OpenAPI document: paths, fields and codes that clients use. */
class ApiContractTest {

    private static final Path PRESENT = Path.of("target/classes/relais-openapi.json");
    private static final Path COPY = Path.of("docs/reference/openapi.json");

    @Test
    void the_api_is_the_one_that_clients_know() throws IOException {
        assertThat(lines(PRESENT)).as(KeptCopy.remedy(PRESENT, COPY)).isEqualTo(lines(COPY));
    }

    /** Without the version, which every release raises. */
    private static String lines(Path file) throws IOException {
        JsonNode document = new ObjectMapper().readTree(file.toFile());
        ((ObjectNode) document.path("info")).remove("version");
        return document.toPrettyString();
    }
}
