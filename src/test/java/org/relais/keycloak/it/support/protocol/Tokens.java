package org.relais.keycloak.it.support.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What the token endpoint answered. */
public record Tokens(String access, String refresh, String id) {

    public static Tokens of(JsonNode answer) {
        return new Tokens(text(answer, "access_token"), text(answer, "refresh_token"), text(answer, "id_token"));
    }

    /** The claims of the access token. */
    public JsonNode claims() {
        return decode(access);
    }

    public JsonNode idClaims() {
        return decode(id);
    }

    /** A claim of the access token with one or more texts; empty when it is missing. */
    public List<String> list(String claim) {
        JsonNode value = claims().path(claim);
        List<String> texts = new ArrayList<>();
        if (value.isTextual()) {
            texts.add(value.asText());
        }
        value.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** The groups claim of the access token. */
    public List<String> groups() {
        return list("groups");
    }

    /** The claims of any token; its signature is not looked at. */
    public static JsonNode decode(String token) {
        try {
            return Api.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode answer, String field) {
        return answer.path(field).asText(null);
    }
}
