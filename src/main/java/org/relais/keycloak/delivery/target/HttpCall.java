package org.relais.keycloak.delivery.target;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.http.Header;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * One request and its answer, within a time that counts as a whole: a timeout of the connection alone would not end an answer
 * that comes drop by drop.
 */
public final class HttpCall {

    private static final int LARGEST_ANSWER = 20_000_000;
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "relais-delivery-watch");
        thread.setDaemon(true);
        return thread;
    });

    private final CloseableHttpClient client;
    private final Duration connectTime;

    public HttpCall(CloseableHttpClient client, Duration connectTime) {
        this.client = client;
        this.connectTime = connectTime;
    }

    /** @param retryAfter as the header says; null without one */
    public record Answer(int status, String body, String retryAfter) {

        /** How long to leave the application alone; null if it does not say, or says nothing that can be read. */
        public Duration wait(Instant now) {
            if (retryAfter == null) {
                return null;
            }
            try {
                Duration wait = retryAfter.matches("[0-9]{1,9}")
                        ? Duration.ofSeconds(Long.parseLong(retryAfter))
                        : Duration.between(now, ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME));
                return wait.isNegative() ? Duration.ZERO : wait;
            } catch (DateTimeException neither) {
                return null;
            }
        }
    }

    public Answer post(HttpPost request, Duration limit) throws IOException {
        int millis = (int) Math.max(1, limit.toMillis());
        int connect = (int) Math.min(millis, connectTime.toMillis());
        request.setConfig(RequestConfig.custom()
                .setConnectTimeout(connect)
                .setConnectionRequestTimeout(connect)
                .setSocketTimeout(millis)
                .setRedirectsEnabled(false)
                .build());
        Future<?> end = WATCH.schedule(request::abort, millis, TimeUnit.MILLISECONDS);
        try (CloseableHttpResponse response = client.execute(request)) {
            Header retryAfter = response.getFirstHeader("Retry-After");
            return new Answer(
                    response.getStatusLine().getStatusCode(),
                    body(response),
                    retryAfter == null ? null : retryAfter.getValue().strip());
        } finally {
            end.cancel(false);
        }
    }

    private static String body(CloseableHttpResponse response) throws IOException {
        if (response.getEntity() == null) {
            return "";
        }
        try (InputStream content = response.getEntity().getContent()) {
            byte[] bytes = content.readNBytes(LARGEST_ANSWER + 1);
            if (bytes.length > LARGEST_ANSWER) {
                throw new IOException("the answer is longer than is read");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
