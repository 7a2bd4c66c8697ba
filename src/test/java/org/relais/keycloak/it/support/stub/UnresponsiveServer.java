package org.relais.keycloak.it.support.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Takes connections and never says a word. */
public final class UnresponsiveServer implements AutoCloseable {

    private static final int MANY = 100;

    private final ServerSocket socket;

    private UnresponsiveServer(int port) {
        try {
            socket = new ServerSocket(port, MANY, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static UnresponsiveServer start() {
        return new UnresponsiveServer(0);
    }

    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
