package org.relais.keycloak.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The two ports of a server on the loopback address. */
public record Ports(int http, int management) {

    /** Ports nobody listens on now. */
    public static Ports free() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            held.add(new ServerSocket(0, 1, loopback()));
            held.add(new ServerSocket(0, 1, loopback()));
            return new Ports(held.get(0).getLocalPort(), held.get(1).getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on the loopback address", e);
        } finally {
            held.forEach(Ports::close);
        }
    }

    /**
     * A port nobody listens on now, nor on the one 50,000 above it, on which JGroups watches whether the other nodes live;
     * Linux gives that to nobody who does not ask for it.
     */
    public static int ofANode() {
        return IntStream.range(11_000, 15_000)
                .filter(port -> !isBusy(port) && !isBusy(port + 50_000))
                .findFirst()
                .orElseThrow();
    }

    public static boolean isBusy(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, loopback())) {
            return !probe.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    static InetAddress loopback() throws IOException {
        return InetAddress.getByName("127.0.0.1");
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
