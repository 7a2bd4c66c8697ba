package org.relais.keycloak.it;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** What Keycloak calls to have a sign-in confirmed by the person: its channel of authentication. */
final class Telephone implements AutoCloseable {

    private final HttpServer server;
    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

    private Telephone(HttpServer server) {
        this.server = server;
    }

    static Telephone ringing(int port) {
        try {
            var address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
            Telephone telephone = new Telephone(HttpServer.create(address, 0));
            telephone.server.createContext("/", exchange -> {
                telephone.calls.add(exchange.getRequestHeaders().getFirst("Authorization"));
                exchange.sendResponseHeaders(201, -1);
                exchange.close();
            });
            telephone.server.start();
            return telephone;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the confirmation must carry; Keycloak has called before it answers the application. */
    String authorization() {
        String call = calls.poll();
        if (call == null) {
            throw new AssertionError("The telephone has not rung");
        }
        return call;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
