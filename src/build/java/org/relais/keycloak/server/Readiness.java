package org.relais.keycloak.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for {@code /health/ready}; the answer 503 is given until the migration of the database ends. */
final class Readiness {

    private static final long PAUSE_MILLIS = 250;

    private final Process process;
    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Readiness(Process process, int managementPort) {
        this.process = process;
        this.address = URI.create("http://127.0.0.1:%d/health/ready".formatted(managementPort));
    }

    void await(Duration deadline) throws IOException {
        long end = System.nanoTime() + deadline.toNanos();
        String last = "no answer";
        while (System.nanoTime() < end) {
            if (hasEnded()) {
                throw new IOException("Keycloak ended with %d before it was ready".formatted(process.exitValue()));
            }
            last = ask();
            if (last.equals("200")) {
                return;
            }
        }
        throw new IOException(
                "Keycloak was not ready after %d s (%s: %s)".formatted(deadline.toSeconds(), address, last));
    }

    private String ask() {
        var request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        try {
            return Integer.toString(
                    client.send(request, BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** Lets the pause between two questions pass, unless the process ends. */
    private boolean hasEnded() throws IOException {
        try {
            return process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for Keycloak", e);
        }
    }
}
