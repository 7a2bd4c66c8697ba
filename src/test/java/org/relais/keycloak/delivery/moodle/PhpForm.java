package org.relais.keycloak.delivery.moodle;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A form as PHP reads it: brackets make arrays, and what is beyond {@code max_input_vars} is dropped without a word. */
final class PhpForm {

    private static final int MAX_INPUT_VARS = 5_000;
    private static final JsonMapper JSON = new JsonMapper();

    private PhpForm() {}

    static ObjectNode read(String body) {
        ObjectNode form = JSON.createObjectNode();
        String[] pairs = body.split("&");
        for (int i = 0; i < Math.min(pairs.length, MAX_INPUT_VARS); i++) {
            int equals = pairs[i].indexOf('=');
            put(form, decode(pairs[i].substring(0, equals)), decode(pairs[i].substring(equals + 1)));
        }
        return form;
    }

    private static void put(ObjectNode form, String name, String value) {
        List<String> path = new ArrayList<>(List.of(name.replace("]", "").split("\\[")));
        String last = path.remove(path.size() - 1);
        ObjectNode remoteGroup = form;
        for (String step : path) {
            remoteGroup = remoteGroup.withObject("/" + step);
        }
        remoteGroup.put(last, value);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
