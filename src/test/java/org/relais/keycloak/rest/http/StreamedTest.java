package org.relais.keycloak.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An answer that is read while it is sent. */
class StreamedTest {

    private record Export(String name, Iterable<String> lines) {}

    @Test
    void a_list_in_a_json_value_is_written_item_by_item() throws IOException {
        PagedList<String> lines = new PagedList<>(
                cursor -> cursor == null ? new Page<>(List.of("one", "two"), "2") : new Page<>(List.of("three"), null));

        assertThat(written(Streamed.json(new Export("Hélène", lines))))
                .isEqualTo("{\"name\":\"Hélène\",\"lines\":[\"one\",\"two\",\"three\"]}");
    }

    @Test
    void a_text_begins_with_its_head() throws IOException {
        assertThat(written(Streamed.text("head\n", List.of(1, 2), number -> number + "\n")))
                .isEqualTo("head\n1\n2\n");
    }

    @Test
    void a_text_that_cannot_be_read_to_its_end_or_cannot_stand_says_so_in_its_last_line() {
        Runnable fails = () -> {
            throw new IllegalStateException("broken");
        };
        assertThat(cutOff(Streamed.text("head\n", List.of(1, 2), number -> {
                    if (number == 2) {
                        fails.run();
                    }
                    return number + "\n";
                })))
                .isEqualTo("head\n1\n" + Streamed.INCOMPLETE + "\r\n");
        assertThat(cutOff(Streamed.text("head\n", List.of(1), number -> number + "\n", fails)))
                .isEqualTo("head\n1\n" + Streamed.INCOMPLETE + "\r\n");
    }

    /** What had been written when it failed; outside a server there is nothing to make its answer with. */
    private static String cutOff(StreamingOutput content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> content.write(out)).isInstanceOf(RuntimeException.class);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String written(StreamingOutput content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.write(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
