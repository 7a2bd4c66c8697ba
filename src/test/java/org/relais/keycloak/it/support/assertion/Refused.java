package org.relais.keycloak.it.support.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.relais.keycloak.it.support.protocol.Answer;

/** What an answer must be to count as a refusal: a 4xx in Keycloak's form, with a sentence, and nothing else wrong. */
public final class Refused {

    private Refused() {}

    /**
     * Fails unless the answer refuses for exactly one reason.
     *
     * @param field the field to blame; null if none is
     * @return the sentence
     */
    public static String only(Answer answer, int status, String code, String field) {
        answer.expect(status);
        JsonNode error = answer.json();
        if (error.has("errors")) {
            assertThat(error.get("errors"))
                    .as("%s: %s", answer.request(), answer.text())
                    .hasSize(1);
            error = error.get("errors").get(0);
        }
        assertThat(error.path("code").asText()).as(answer.text()).isEqualTo(code);
        assertThat(error.path("field").asText(null)).as(answer.text()).isEqualTo(field);
        String sentence = error.path("errorMessage").asText();
        assertThat(sentence).as(answer.text()).isNotBlank().doesNotContain("relais-", "{0}", "{1}", "{2}");
        assertThat(sentence).isNotEqualTo(code);
        return sentence;
    }
}
