package org.relais.keycloak.school;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;

/**
 * The configuration of a component, read with its defaults. A list may come as several values (realm JSON, console) or as
 * one value with commas or {@code ##} between them, as Keycloak stores its own multi-valued strings. Keycloak keeps no order
 * among several values, so they are sorted here.
 */
public record ComponentConfig(ComponentModel component) {

    public String text(String name, String byDefault) {
        String value = component.get(name);
        return value == null || value.isBlank() ? byDefault : value.strip();
    }

    public List<String> texts(String name, List<String> byDefault) {
        // getList would put an empty list into the configuration, which all requests share.
        List<String> values = component.getConfig().getOrDefault(name, List.of()).stream()
                .flatMap(ComponentConfig::split)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted()
                .toList();
        return values.isEmpty() ? byDefault : values;
    }

    /** Throws {@link NumberFormatException} where the value is not a whole number: factories refuse such a value. */
    public int number(String name, int byDefault) {
        String value = text(name, null);
        return value == null ? byDefault : Integer.parseInt(value);
    }

    public boolean flag(String name, boolean byDefault) {
        return Boolean.parseBoolean(text(name, String.valueOf(byDefault)));
    }

    private static Stream<String> split(String value) {
        return Arrays.stream(value.split("##|,"));
    }
}
