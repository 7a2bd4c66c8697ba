package org.relais.keycloak.it.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.relais.keycloak.it.support.server.Days;

/** Bodies as the document describes them, of which every second is spoilt. */
final class RandomBody {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Halves of characters survive only as escapes. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final List<String> PIECES = List.of(
            "{", "}", "[", "]", ",", ":", "\"", "null", "\\u0000", "\\ud800", "\\", "\0", "[[[[", "\"add\":", "1e999");

    private final ApiDocument document;
    private final Pool pool;

    RandomBody(ApiDocument document, Pool pool) {
        this.document = document;
        this.pool = pool;
    }

    byte[] json(JsonNode schema, Dice dice) {
        if (dice.percent(25)) {
            ObjectNode sound = sound(document.resolve(schema).path("properties"), dice);
            if (!sound.isEmpty()) {
                return bytes(sound);
            }
        }
        JsonNode body = value("", schema, dice);
        for (int times = dice.percent(50) ? 1 + dice.upTo(2) : 0; times > 0; times--) {
            body = spoilt(body, dice);
        }
        byte[] bytes = bytes(body);
        return dice.percent(5) ? broken(bytes, dice) : bytes;
    }

    /** What does something wherever the caller may do it; empty for a body of another kind. */
    private ObjectNode sound(JsonNode properties, Dice dice) {
        ObjectNode body = NODES.objectNode();
        if (properties.has("add")) {
            body.putArray("add").addObject().put("identifier", "attendu." + dice.upTo(Integer.MAX_VALUE - 1));
            body.put("reason", "essai");
        } else if (properties.has("principalId")) {
            body.put("type", "USER")
                    .put("principalId", pool.of(Pool.Kind.PERSON, dice))
                    .put("endsOn", Days.in(1).toString());
        }
        return body;
    }

    /** A table of grants or of schools. */
    byte[] csv(Dice dice) {
        List<String> titles = dice.percent(50)
                ? List.of("identifier", "uai", "suffix", "endsOn", "reason")
                : List.of("uai", "name", "type", "closed");
        String separator = dice.oneOf(List.of(";", ",", "\t"));
        StringBuilder table = new StringBuilder(String.join(separator, titles));
        for (int rows = dice.percent(2) ? 2_001 : dice.upTo(3); rows > 0; rows--) {
            List<String> cells = new ArrayList<>();
            titles.forEach(title -> cells.add(pool.value(title, dice)));
            table.append(dice.oneOf(List.of("\n", "\r\n"))).append(String.join(separator, cells));
        }
        byte[] bytes = table.toString().getBytes(StandardCharsets.UTF_8);
        return dice.percent(15) ? broken(bytes, dice) : bytes;
    }

    private JsonNode value(String field, JsonNode reference, Dice dice) {
        JsonNode schema = document.resolve(reference);
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, dice);
            case "array" -> array(field, schema.get("items"), dice);
            case "boolean" -> NODES.booleanNode(dice.percent(50));
            case "integer", "number" -> NODES.numberNode(dice.upTo(500));
            default ->
                schema.has("enum") && dice.percent(90)
                        ? schema.get("enum").get(dice.upTo(schema.get("enum").size() - 1))
                        : NODES.textNode(pool.value(field, dice));
        };
    }

    private ObjectNode object(JsonNode schema, Dice dice) {
        ObjectNode object = NODES.objectNode();
        int present = dice.oneOf(List.of(30, 60, 100));
        schema.path("properties").properties().forEach(property -> {
            if (dice.percent(present)) {
                object.set(property.getKey(), value(property.getKey(), property.getValue(), dice));
            }
        });
        if (schema.has("additionalProperties")) {
            for (int more = dice.upTo(3); more > 0; more--) {
                String name = dice.oneOf(List.of("suffix", "clients", "managedBy", "together", "maxDays", "?"));
                object.set(name, value(name, schema.get("additionalProperties"), dice));
            }
        }
        return object;
    }

    private ArrayNode array(String field, JsonNode items, Dice dice) {
        ArrayNode array = NODES.arrayNode();
        int size = dice.percent(3) ? dice.oneOf(List.of(200, 201, 501)) : dice.upTo(2);
        for (int i = 0; i < size; i++) {
            array.add(value(field, items, dice));
        }
        return array;
    }

    /** One value somewhere is of another kind, gone, or one too many. */
    private JsonNode spoilt(JsonNode body, Dice dice) {
        if (body.isEmpty() || dice.percent(5)) {
            return odd(dice);
        }
        if (body instanceof ArrayNode array) {
            int at = dice.upTo(array.size() - 1);
            array.set(at, dice.percent(50) ? spoilt(array.get(at), dice) : odd(dice));
            return array;
        }
        ObjectNode object = (ObjectNode) body;
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = dice.oneOf(names);
        switch (dice.upTo(4)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(dice.oneOf(OddTexts.ANY), odd(dice));
            case 2 -> object.set(name, spoilt(object.get(name), dice));
            default -> object.set(name, odd(dice));
        }
        return object;
    }

    private JsonNode odd(Dice dice) {
        return switch (dice.upTo(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(dice.upTo(1_000_000));
            case 2 -> NODES.numberNode(new BigInteger("9".repeat(60)));
            case 3 -> NODES.booleanNode(true);
            case 4 -> NODES.arrayNode().add(odd(dice));
            case 5 -> NODES.objectNode().set("x", odd(dice));
            case 6 -> nested(900);
            case 7 -> NODES.numberNode(-1.5e300);
            default -> NODES.textNode(dice.oneOf(OddTexts.ANY));
        };
    }

    private static JsonNode nested(int depth) {
        ArrayNode inner = NODES.arrayNode();
        for (int i = 0; i < depth; i++) {
            inner = NODES.arrayNode().add(inner);
        }
        return inner;
    }

    private static byte[] broken(byte[] body, Dice dice) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int at = dice.upTo(text.length());
        int end = Math.min(text.length(), at + dice.upTo(8));
        String piece = dice.percent(20) ? "\u00ff" : dice.oneOf(PIECES);
        return (text.substring(0, at) + piece + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(JsonNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
