package org.relais.keycloak.it.support.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.relais.keycloak.it.support.protocol.Tokens;

/** An application that hears of logouts, as OpenID Connect back-channel logout has it. */
public final class LogoutListener implements AutoCloseable {

    private final HttpServer server;
    private final List<JsonNode> logouts = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    private LogoutListener(HttpServer server) {
        this.server = server;
    }

    public static LogoutListener start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            LogoutListener listener = new LogoutListener(server);
            server.createContext("/logout", listener::hear);
            server.start();
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/logout";
    }

    /** From now on it answers that it is unavailable. */
    public void breakDown() {
        broken = true;
    }

    public void recover() {
        broken = false;
    }

    public List<JsonNode> logoutsOf(String userId) {
        return logouts.stream()
                .filter(token -> token.path("sub").asText().equals(userId))
                .toList();
    }

    /** The claims of the first logout token about a person. */
    public JsonNode awaitLogoutOf(String userId) {
        Awaitility.await().until(() -> !logoutsOf(userId).isEmpty());
        return logoutsOf(userId).get(0);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
            if (!broken) {
                String token = URLDecoder.decode(body.substring("logout_token=".length()), StandardCharsets.UTF_8);
                logouts.add(Tokens.decode(token));
            }
            exchange.sendResponseHeaders(broken ? 503 : 204, -1);
        }
    }
}
