package org.relais.keycloak.it.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.it.support.protocol.Api;

/** Ids and texts that requests are made of, whoever they belong to. */
final class Pool {

    /** What a value is the value of, and the fields and parameters that ask for it. */
    enum Kind {
        REALM("realm"),
        GROUP("groupId", "addGroup", "group"),
        GRANT("grantId", "remove", "ids"),
        DELEGATION("managerId"),
        PERSON("userId", "person", "actor", "grantedBy", "principalId"),
        IDENTIFIER("identifier"),
        UAI("uai", "school"),
        TARGET("targetId"),
        IMPORT("importId"),
        CLIENT("client"),
        COMPONENT("id"),
        SUFFIX("name", "together", "profile", "suffix"),
        CURSOR("cursor"),
        QUERY("q"),
        DAY("endsOn", "endingBefore", "from", "to"),
        KEY("Idempotency-Key"),
        TAG("If-None-Match");

        private final List<String> fields;

        Kind(String... fields) {
            this.fields = List.of(fields);
        }
    }

    private final Map<Kind, List<String>> values = new EnumMap<>(Kind.class);

    Pool() {
        for (Kind kind : Kind.values()) {
            values.put(kind, new ArrayList<>());
        }
        add(Kind.DAY, OddTexts.DAYS.toArray(String[]::new));
        add(Kind.TAG, OddTexts.TAGS.toArray(String[]::new));
        add(Kind.KEY, "key-1", "key-2", "key-3", "key-4", "k".repeat(200), "k".repeat(201));
    }

    void add(Kind kind, String... more) {
        values.get(kind).addAll(List.of(more));
    }

    /** A value for a field or parameter: most often of the kind it asks for, else of another kind, or no good at all. */
    String value(String field, Dice dice) {
        int chance = dice.upTo(99);
        if (chance < 12) {
            return dice.oneOf(OddTexts.ANY);
        }
        if (chance < 18) {
            return of(dice.oneOf(List.of(Kind.values())), dice);
        }
        for (Kind kind : Kind.values()) {
            if (kind.fields.contains(field)) {
                return of(kind, dice);
            }
        }
        return dice.oneOf(OddTexts.WORDS);
    }

    String of(Kind kind, Dice dice) {
        return kind == Kind.CURSOR && dice.percent(60) ? forgedCursor(dice) : dice.oneOf(values.get(kind));
    }

    /** What a cursor looks like from inside, with something else in it. */
    private String forgedCursor(Dice dice) {
        List<Object> parts = new ArrayList<>();
        for (int i = dice.upTo(4); i >= 0; i--) {
            Kind kind = dice.oneOf(List.of(Kind.GROUP, Kind.GRANT, Kind.PERSON, Kind.UAI));
            parts.add(
                    switch (dice.upTo(3)) {
                        case 0 -> dice.upTo(Integer.MAX_VALUE - 1);
                        case 1 -> dice.oneOf(OddTexts.ANY);
                        default -> dice.oneOf(values.get(kind));
                    });
        }
        try {
            byte[] text = Api.JSON.writeValueAsString(parts).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
