package org.relais.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.relais.keycloak.it.support.protocol.Answer;

/** What every refusal must look like. */
final class Refusals {

    private static final Set<String> FIELDS = Set.of("errorMessage", "field", "params", "code");

    private Refusals() {}

    /** Keycloak's form: a sentence and, ours, a code. */
    static void areWellFormed(Answer answer) {
        JsonNode body = answer.json();
        assertThat(answer.header("Content-Type")).as(answer.request()).startsWith("application/json");
        assertThat(body.path("errorMessage").asText()).as(answer.text()).isNotBlank();
        assertThat(body.path("code").asText()).as(answer.text()).matches("[a-z]+(-[a-z]+)*");
        assertThat(body.path("errorMessage").asText())
                .as("there are words for the code")
                .isNotEqualTo(body.path("code").asText());
        assertThat(FIELDS).as(answer.text()).containsAll(fields(body));
        if (answer.status() == 401) {
            assertThat(answer.header("WWW-Authenticate")).as(answer.request()).startsWith("Bearer");
        }
    }

    /** Keycloak itself refuses at the address for administrators before Relais is asked. */
    static void areKeycloaksOwn(Answer answer) {
        assertThat(answer.json().path("error").asText()).as(answer.text()).isNotBlank();
    }

    static List<String> fields(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
