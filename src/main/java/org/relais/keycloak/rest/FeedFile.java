package org.relais.keycloak.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.relais.keycloak.delivery.AccessFeed;
import org.relais.keycloak.platform.Sha256;
import org.relais.keycloak.rest.csv.Csv;
import org.relais.keycloak.rest.http.Streamed;
import org.relais.keycloak.school.Academy;

/**
 * The file of a feed. It is gone through twice, once for its digest and once to be sent, so that it need not be held in memory.
 * Should somebody have got or lost access in between, the file says at its end that it is incomplete: no client keeps one under a digest that is
 * not its own.
 */
record FeedFile(Academy academy, AccessFeed feed) {

    private static final String TITLES = Csv.BYTE_ORDER_MARK
            + Csv.line(
                    "uai", "group", "profile", "identifier", "lastName", "firstName", "origin", "startsOn", "endsOn");

    String digest() {
        MessageDigest digest = begun();
        feed.forEach(line -> digested(digest, line(line)));
        return Sha256.hex(digest, "");
    }

    StreamingOutput withDigest(String expected) {
        return out -> {
            MessageDigest digest = begun();
            Streamed.text(TITLES, feed, (AccessFeed.Entry line) -> digested(digest, line(line)), () -> {
                        if (!Sha256.hex(digest, "").equals(expected)) {
                            throw new IllegalStateException("The feed has changed while it was sent");
                        }
                    })
                    .write(out);
        };
    }

    private static MessageDigest begun() {
        MessageDigest digest = Sha256.begin();
        digested(digest, TITLES);
        return digest;
    }

    private static String digested(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return text;
    }

    private String line(AccessFeed.Entry line) {
        boolean official = line.endsAt() == null;
        return Csv.line(
                line.group().school().uai(),
                line.group().name(),
                line.group().profile().suffix(),
                line.username(),
                line.lastName(),
                line.firstName(),
                official ? "OFFICIAL" : "GRANTED",
                official ? null : academy.dayOf(line.startsAt()),
                official ? null : academy.lastDayBefore(line.endsAt()));
    }
}
