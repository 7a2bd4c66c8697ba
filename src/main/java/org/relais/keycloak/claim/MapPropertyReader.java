package org.relais.keycloak.claim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads a map as Keycloak's console stores it in one setting: {@code [{"key":"AES","value":"National_EVS"}]}. */
final class MapPropertyReader {

    private static final JsonMapper JSON = new JsonMapper();

    private MapPropertyReader() {}

    /** The map, its keys in upper case; empty if the text is no such JSON. */
    static Map<String, String> read(String text) {
        Map<String, String> map = new LinkedHashMap<>();
        try {
            for (JsonNode entry : JSON.readTree(text)) {
                String key = entry.path("key").asText("").strip();
                if (!key.isEmpty()) {
                    map.put(key.toUpperCase(Locale.ROOT), entry.path("value").asText(""));
                }
            }
            return map;
        } catch (JsonProcessingException notStoredByTheConsole) {
            return Map.of();
        }
    }
}
