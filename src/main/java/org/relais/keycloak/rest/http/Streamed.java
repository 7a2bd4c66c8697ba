package org.relais.keycloak.rest.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.keycloak.util.JsonSerialization;

/**
 * Answers that are sent while they are read. If the reading fails on the way, the end says so: a table has a last line
 * {@link #INCOMPLETE}, a JSON value is never closed. As a rule the server breaks the connection off as well, but where nothing
 * waits to be sent it may end the transfer as if all were well.
 */
public final class Streamed {

    /** The last line of a table that could not be read to its end. */
    static final String INCOMPLETE =
            "ERREUR : fichier incomplet, relancez l’export. ERROR: incomplete file, ask again.";

    private Streamed() {}

    /** A text: first the head, then what is written for each item. */
    public static <T> StreamingOutput text(String head, Iterable<T> items, Function<T, String> text) {
        return text(head, items, text, () -> {});
    }

    /** @param check throws where what was written cannot be let stand: the table then ends like one that could not be read */
    public static <T> StreamingOutput text(String head, Iterable<T> items, Function<T, String> text, Runnable check) {
        return brokenOffByFailure(out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.write(head);
            try {
                for (T item : items) {
                    writer.write(text.apply(item));
                }
                check.run();
            } catch (RuntimeException failed) {
                writer.write(INCOMPLETE + "\r\n");
                writer.flush();
                throw failed;
            }
            writer.flush();
        });
    }

    /** A JSON value; lists in it may be {@link PagedList}s. */
    public static StreamingOutput json(Object value) {
        ObjectWriter writer = JsonSerialization.mapper.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        return brokenOffByFailure(out -> writer.writeValue(out, value));
    }

    /**
     * The server maps a failure to an answer, which it would append to what was sent, and end the transfer as if all were well.
     * It breaks the connection off when the writing of that answer fails too.
     */
    private static StreamingOutput brokenOffByFailure(StreamingOutput content) {
        return out -> {
            try {
                content.write(out);
            } catch (WebApplicationException brokenOff) {
                throw brokenOff;
            } catch (IOException | RuntimeException failed) {
                StreamingOutput again = any -> {
                    throw new IOException(failed);
                };
                throw new WebApplicationException(
                        failed, Response.serverError().entity(again).build());
            }
        };
    }
}
