package org.relais.keycloak.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticFilesTest {

    private DemoApp app;

    @BeforeEach
    void serve(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Path site = Files.createDirectory(folder.resolve("site"));
        Files.writeString(site.resolve("index.html"), "<h1>é</h1>");
        Files.writeString(site.resolve("app.js"), "1");
        Files.createSymbolicLink(site.resolve("link.txt"), folder.resolve("secret.txt"));
        app = DemoApp.serve(site, 0);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void the_root_is_the_index_page() throws IOException {
        assertThat(answer("GET", "/"))
                .startsWith("HTTP/1.1 200")
                .contains("text/html; charset=utf-8")
                .endsWith("é</h1>");
    }

    @Test
    void scripts_have_their_type() throws IOException {
        assertThat(answer("GET", "/app.js?v=1")).contains("text/javascript");
    }

    @Test
    void nothing_outside_the_folder_is_served() throws IOException {
        for (String path : new String[] {"/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/link.txt"}) {
            assertThat(answer("GET", path)).as(path).startsWith("HTTP/1.1 404").doesNotContain("secret");
        }
        assertThat(answer("GET", "//etc/passwd")).startsWith("HTTP/1.1 404");
    }

    @Test
    void only_reading_is_possible() throws IOException {
        assertThat(answer("POST", "/")).startsWith("HTTP/1.1 405");
    }

    /** Over a bare socket, since a client would tidy the path up. */
    private String answer(String method, String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", app.url().getPort())) {
            String request = "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(method, path);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
