package org.relais.keycloak.rest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.relais.keycloak.platform.CleanText;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;

/** The position where the next page begins, as opaque text that callers send back. */
public final class Cursor {

    private static final JsonMapper JSON = new JsonMapper();

    private Cursor() {}

    public static String write(Object... parts) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(parts));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The parts of a cursor we wrote; refuses any other text. */
    public static List<String> read(String cursor, int parts) {
        try {
            List<String> read = List.of(JSON.readValue(Base64.getUrlDecoder().decode(cursor), String[].class));
            if (read.size() == parts && read.stream().allMatch(CleanText::isClean)) {
                return read;
            }
        } catch (IOException | IllegalArgumentException | NullPointerException notOurs) {
            throw refusal();
        }
        throw refusal();
    }

    public static long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException notOurs) {
            throw refusal();
        }
    }

    private static InvalidInput refusal() {
        return new InvalidInput(Problem.at("cursor", CommonProblem.WRONG_CURSOR));
    }
}
