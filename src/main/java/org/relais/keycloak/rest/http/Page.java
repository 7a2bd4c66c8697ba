package org.relais.keycloak.rest.http;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next the cursor of the following page; null at the end
 */
public record Page<T>(List<T> items, String next) {

    /**
     * The page that a search for {@code max + 1} items gives.
     *
     * @param cursor the cursor of the page that follows an item
     */
    public static <T> Page<T> of(List<T> found, int max, Function<T, String> cursor) {
        List<T> items = found.subList(0, Math.min(max, found.size()));
        return new Page<>(items, found.size() > max ? cursor.apply(items.get(max - 1)) : null);
    }

    /** The same page with its items shown otherwise. */
    public <R> Page<R> show(Function<List<T>, List<R>> mapper) {
        return new Page<>(mapper.apply(items), next);
    }
}
