package org.relais.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.relais.keycloak.it.support.protocol.Answer;

/** What an answer may tell of people, whoever asks: id, identifier, name, functions, schools; whether they chose the name. */
final class Persons {

    private static final Set<String> SHOWN = Set.of("id", "username", "name", "function", "schools", "nameDeclared");

    private static final Set<String> NEVER_SHOWN =
            Set.of("email", "firstName", "lastName", "attributes", "birthDate", "title", "enabled");

    private Persons() {}

    /** The description of the API tells of nobody. */
    static void areShownInShort(Answer answer) {
        if (answer.json().has("openapi")) {
            return;
        }
        assertThat(answer.text()).as(answer.request()).doesNotContain("@academie.example");
        answer.json().findValues("person").forEach(person -> isShort(person, answer));
        if (answer.request().contains("/people?")) {
            answer.json().get("items").forEach(person -> isShort(person, answer));
        }
        for (String field : NEVER_SHOWN) {
            assertThat(answer.json().findValue(field))
                    .as("%s carries %s", answer.request(), field)
                    .isNull();
        }
    }

    private static void isShort(JsonNode person, Answer answer) {
        assertThat(SHOWN).as(answer.request()).containsAll(Refusals.fields(person));
    }
}
