package org.relais.keycloak.it.support.stub;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The device at which somebody confirms a sign-in (CIBA): Keycloak calls it as its authentication channel. */
public final class CibaDevice implements AutoCloseable {

    private final HttpServer server;
    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

    private CibaDevice(HttpServer server) {
        this.server = server;
    }

    public static CibaDevice listening(int port) {
        try {
            var address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
            CibaDevice cibaDevice = new CibaDevice(HttpServer.create(address, 0));
            cibaDevice.server.createContext("/", exchange -> {
                cibaDevice.calls.add(exchange.getRequestHeaders().getFirst("Authorization"));
                exchange.sendResponseHeaders(201, -1);
                exchange.close();
            });
            cibaDevice.server.start();
            return cibaDevice;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the confirmation must carry; Keycloak has called before it answers the application. */
    public String authorization() {
        String call = calls.poll();
        if (call == null) {
            throw new AssertionError("The device has not been called");
        }
        return call;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
