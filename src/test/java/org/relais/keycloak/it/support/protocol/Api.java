package org.relais.keycloak.it.support.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** JSON over HTTP below one address, each request with the token. Redirects are not followed. */
public final class Api {

    public static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final Supplier<String> token;
    private final Map<String, String> headers;

    public Api(URI base, Supplier<String> token) {
        this(base, token, Map.of());
    }

    private Api(URI base, Supplier<String> token, Map<String, String> headers) {
        this.base = base;
        this.token = token;
        this.headers = headers;
    }

    /** The same with one header more, such as {@code Idempotency-Key}. */
    public Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(base, token, more);
    }

    public Api below(String path) {
        return new Api(URI.create(base + path), token, headers);
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    /** @param body anything Jackson can write, or text, which is sent as it is */
    public Answer post(String path, Object body) {
        return send("POST", path, "application/json", json(body));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, "application/json", json(body));
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, "application/json", json(body));
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    public Answer postForm(String path, Map<String, String> form) {
        return send("POST", path, "application/x-www-form-urlencoded", encode(form));
    }

    /** @param body as for the others; null for none */
    public Answer send(String method, String path, Object body) {
        return send(method, path, body == null ? null : "application/json", json(body));
    }

    /** A request that none of the others makes: another method or type of content. */
    public Answer send(String method, String path, String type, String body) {
        return exchange(method, path, type, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    /** The same where the body may be no text. */
    public Answer sendBytes(String method, String path, String type, byte[] body) {
        return exchange(method, path, type, BodyPublishers.ofByteArray(body));
    }

    /** The body while it comes, for what is too large to wait for. Whoever asks for it closes it. */
    public Download download(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(5));
        headers.forEach(request::setHeader);
        request.setHeader("Authorization", "Bearer " + token.get());
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            return new Download(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path, e);
        }
    }

    private Answer exchange(String method, String path, String type, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(5));
        headers.forEach(request::setHeader);
        if (type != null) {
            request.setHeader("Content-Type", type);
        }
        String bearer = token.get();
        if (bearer != null) {
            request.setHeader("Authorization", "Bearer " + bearer);
        }
        request.method(method, body);
        return answer(request.build());
    }

    public static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Answer answer(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
            String name = request.method() + " " + request.uri();
            return new Answer(name, response.statusCode(), tree(response.body()), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(request.toString(), e);
        }
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String json(Object body) {
        if (body == null || body instanceof String) {
            return (String) body;
        }
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
