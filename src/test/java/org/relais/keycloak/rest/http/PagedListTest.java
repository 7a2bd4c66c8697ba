package org.relais.keycloak.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A long list of which nobody ever holds more than a page. */
class PagedListTest {

    private final List<String> read = new ArrayList<>();

    @Test
    void pages_are_read_one_after_the_other_when_somebody_comes_to_them() {
        Iterator<Integer> list = new PagedList<>(cursor -> page(cursor, 3)).iterator();
        assertThat(read).isEmpty();

        assertThat(list.next()).isZero();
        assertThat(list.next()).isEqualTo(1);
        assertThat(read).containsExactly("first");

        List<Integer> rest = new ArrayList<>();
        list.forEachRemaining(rest::add);

        assertThat(rest).containsExactly(2, 3, 4, 5);
        assertThat(read).containsExactly("first", "1", "2");
    }

    @Test
    void a_page_without_items_is_passed_over() {
        PagedList<Integer> list =
                new PagedList<>(cursor -> cursor == null ? new Page<>(List.of(), "1") : new Page<>(List.of(7), null));

        assertThat(list).containsExactly(7);
        assertThat(list).containsExactly(7);
    }

    @Test
    void nothing_is_read_of_an_empty_list_but_its_first_page() {
        PagedList<Integer> list = new PagedList<>(cursor -> {
            read.add("page");
            return new Page<>(List.of(), null);
        });

        assertThat(list).isEmpty();
        assertThat(read).hasSize(1);
    }

    private Page<Integer> page(String cursor, int pages) {
        read.add(cursor == null ? "first" : cursor);
        int number = cursor == null ? 0 : Integer.parseInt(cursor);
        return new Page<>(
                IntStream.range(2 * number, 2 * number + 2).boxed().toList(),
                number + 1 < pages ? String.valueOf(number + 1) : null);
    }
}
