package org.relais.keycloak.bench.measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Requests over connections that stay open, as those of a browser or a proxy do. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Http() {}

    public static HttpRequest.Builder to(URI address) {
        return HttpRequest.newBuilder(address).timeout(LIMIT);
    }

    public static HttpRequest get(URI address, String token) {
        return to(address).header("Authorization", "Bearer " + token).build();
    }

    public static HttpRequest json(String method, URI address, String token, String body) {
        return to(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
    }

    public static HttpRequest form(URI address, String form) {
        return to(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    /** The body of an answer that is no refusal; a benchmark of errors would be a very fast one. */
    public static String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("%s %s answered %d: %s"
                        .formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(request.toString(), e);
        }
    }

    /** The time from sending to the last byte of the answer, in nanoseconds. */
    public static long time(HttpRequest request) {
        long start = System.nanoTime();
        send(request);
        return System.nanoTime() - start;
    }
}
