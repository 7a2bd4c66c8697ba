package org.relais.keycloak.delivery.moodle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Calls with many rows. A batch is small enough that PHP's limit of input variables never cuts it; one that is refused is
 * halved until the bad rows stand alone, so that they do not hold up the others.
 */
final class Batches {

    static final int ROWS = 100;

    private Batches() {}

    /** Returns the rows that are refused by themselves. */
    static <T> List<T> send(List<T> rows, Consumer<List<T>> call) {
        List<T> refused = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS) {
            halve(rows.subList(from, Math.min(from + ROWS, rows.size())), call, refused);
        }
        return refused;
    }

    private static <T> void halve(List<T> rows, Consumer<List<T>> call, List<T> refused) {
        try {
            call.accept(rows);
        } catch (MoodleRefusal bad) {
            if (rows.size() == 1) {
                refused.add(rows.get(0));
            } else {
                int half = rows.size() / 2;
                halve(rows.subList(0, half), call, refused);
                halve(rows.subList(half, rows.size()), call, refused);
            }
        }
    }
}
