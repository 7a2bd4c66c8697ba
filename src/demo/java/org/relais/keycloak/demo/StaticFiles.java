package org.relais.keycloak.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Answers GET and HEAD with the regular files of one folder, and with nothing outside it. */
final class StaticFiles implements HttpHandler {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2");

    private final Path folder;

    StaticFiles(Path folder) throws IOException {
        this.folder = folder.toRealPath();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (!head && !exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            Optional<Path> file = file(exchange.getRequestURI().getPath());
            if (file.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                send(exchange, file.get(), head);
            }
        }
    }

    private static void send(HttpExchange exchange, Path file, boolean head) throws IOException {
        byte[] body = Files.readAllBytes(file);
        exchange.getResponseHeaders().set("Content-Type", type(file));
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        exchange.sendResponseHeaders(200, head || body.length == 0 ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    /** The file behind a decoded path; links that lead out of the folder count as outside. */
    private Optional<Path> file(String path) throws IOException {
        try {
            Path file = folder.resolve(path.substring(1)).normalize();
            if (file.startsWith(folder) && Files.isDirectory(file)) {
                file = file.resolve("index.html");
            }
            boolean inside = Files.isRegularFile(file) && file.toRealPath().startsWith(folder);
            return inside ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String type(Path file) {
        String name = file.getFileName().toString();
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
