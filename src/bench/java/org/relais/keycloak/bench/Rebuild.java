package org.relais.keycloak.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.relais.keycloak.bench.measure.Cycle;
import org.relais.keycloak.bench.measure.Http;
import org.relais.keycloak.bench.measure.Series;
import org.relais.keycloak.bench.report.Verdict;

/** Builds the whole index of people while others sign in, a few a second. */
final class Rebuild {

    private static final Duration MOST = Duration.ofMinutes(10);
    private static final double USABLE_MILLIS = 500;
    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();
    private static final int BEFORE = 200;
    private static final int SIGN_INS_PER_LOOK = 10;

    private final ServerVariant relais;
    private final Cycle<HttpRequest> signIns;

    Rebuild(ServerVariant relais, TestUsers testUsers) {
        this.relais = relais;
        this.signIns = new Cycle<>(testUsers.assistants().stream()
                .map(person -> relais.signIn(person.username(), AcademyRealm.STOCK_CLIENT))
                .toList());
    }

    List<Verdict> run() {
        String administrator = relais.administrator();
        Series before = new Series();
        for (int i = 0; i < BEFORE; i++) {
            signIn(before);
        }
        long start = System.nanoTime();
        Http.send(Http.json("POST", relais.admin("/relais/people/reindex"), administrator, ""));
        Series meanwhile = new Series();
        JsonNode index = status(administrator);
        while (!isOver(index)) {
            for (int i = 0; i < SIGN_INS_PER_LOOK; i++) {
                signIn(meanwhile);
            }
            index = status(administrator);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return List.of(
                new Verdict(
                        "full rebuild of the index",
                        "at most 10 minutes",
                        "%d s, %,d accounts"
                                .formatted(
                                        took.toSeconds(), index.path("compared").asLong()),
                        took.compareTo(MOST) <= 0),
                new Verdict(
                        "sign-ins during the rebuild",
                        "95 of 100 within " + (int) USABLE_MILLIS + " ms",
                        String.format(
                                Locale.ROOT,
                                "p50 %.1f, p95 %.1f ms; before it %.1f, %.1f ms",
                                meanwhile.median(),
                                meanwhile.percentile(95),
                                before.median(),
                                before.percentile(95)),
                        meanwhile.percentile(95) <= USABLE_MILLIS));
    }

    private void signIn(Series series) {
        series.add(Http.time(signIns.next()));
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private static boolean isOver(JsonNode work) {
        return work.path("endedAt").isTextual();
    }

    private JsonNode status(String administrator) {
        return ServerVariant.read(Http.send(Http.get(relais.admin("/relais/status"), administrator)))
                .path("directory");
    }
}
