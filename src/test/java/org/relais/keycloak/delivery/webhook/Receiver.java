package org.relais.keycloak.delivery.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Whoever is called by a webhook; keeps what it was told. */
public final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private volatile Map<String, String> headers = Map.of();
    private final Map<String, Integer> exceptions = new ConcurrentHashMap<>();
    private volatile int mostTaken = Integer.MAX_VALUE;
    private volatile boolean dripping;

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** What was received. */
    public record Call(
            String path, String id, String timestamp, String signature, String contentType, String body, int status) {

        public boolean isSignedWith(String secret) {
            return Signature.with(secret)
                    .of(id, Long.parseLong(timestamp), body)
                    .equals(signature);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    public List<Call> calls() {
        return calls;
    }

    public void answering(int code, Map<String, String> with) {
        status = code;
        headers = with;
    }

    /** What says this is answered so, whatever the others get. */
    public void answering(String text, int code) {
        exceptions.put(text, code);
    }

    /** Takes so many, and is then not available. */
    public void takingOnly(int count) {
        mostTaken = count;
    }

    /** The bodies that were taken and say this. */
    public List<String> taken(String text) {
        return calls.stream()
                .filter(call -> call.status() / 100 == 2 && call.body().contains(text))
                .map(Call::body)
                .toList();
    }

    /** An answer that never comes to its end. */
    public void drip() {
        dripping = true;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int code = codeFor(body);
            calls.add(new Call(
                    exchange.getRequestURI().getPath(),
                    header(exchange, "webhook-id"),
                    header(exchange, "webhook-timestamp"),
                    header(exchange, "webhook-signature"),
                    header(exchange, "content-type"),
                    body,
                    code));
            headers.forEach(exchange.getResponseHeaders()::set);
            if (dripping) {
                drip(exchange);
            } else {
                exchange.sendResponseHeaders(code, -1);
            }
        }
    }

    private synchronized int codeFor(String body) {
        if (calls.size() >= mostTaken) {
            return 503;
        }
        return exceptions.entrySet().stream()
                .filter(it -> body.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(status);
    }

    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        while (!Thread.currentThread().isInterrupted()) {
            exchange.getResponseBody().write('.');
            exchange.getResponseBody().flush();
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }
}
