package org.relais.keycloak.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;

/** The page of a demo application, static files, and the mails of the demo; on the loopback address. */
final class DemoApp implements AutoCloseable {

    private final HttpServer server;

    private DemoApp(HttpServer server) {
        this.server = server;
    }

    static DemoApp serve(Path folder, int port) throws IOException {
        var address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/", new StaticFiles(folder));
        server.start();
        return new DemoApp(server);
    }

    DemoApp showing(DemoMails mails) {
        server.createContext(DemoMails.PATH, mails);
        return this;
    }

    URI url() {
        return URI.create("http://localhost:%d/".formatted(server.getAddress().getPort()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
