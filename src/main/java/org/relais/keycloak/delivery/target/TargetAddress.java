package org.relais.keycloak.delivery.target;

import java.net.IDN;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The address of an application as an administrator wrote it: https, or http to this machine where that is allowed. */
public final class TargetAddress {

    private static final List<String> THIS_MACHINE = List.of("127.0.0.1", "localhost", "[::1]");

    private TargetAddress() {}

    /** Whether a secret may travel there. It has a host, and neither credentials nor a fragment. */
    public static boolean isValid(String url, boolean httpToThisMachine) {
        return read(url)
                .filter(uri -> uri.getRawUserInfo() == null && uri.getRawFragment() == null && isPort(uri.getPort()))
                .filter(uri -> scheme(uri).equals("https")
                        || scheme(uri).equals("http") && httpToThisMachine && THIS_MACHINE.contains(uri.getHost()))
                .isPresent();
    }

    /**
     * The server that an address names, {@code https://moodle.example:443}: the same text for the same server, however its
     * address is written. Empty if it names none.
     */
    public static Optional<String> server(String url) {
        return read(url).map(uri -> scheme(uri) + "://" + host(uri) + ":" + port(uri));
    }

    private static Optional<URI> read(String url) {
        try {
            return Optional.of(URI.create(url))
                    .filter(uri -> uri.getScheme() != null
                            && uri.getHost() != null
                            && !host(uri).isEmpty());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String scheme(URI uri) {
        return uri.getScheme().toLowerCase(Locale.ROOT);
    }

    private static String host(URI uri) {
        String host = IDN.toASCII(uri.getHost(), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return scheme(uri).equals("http") ? 80 : 443;
    }

    private static boolean isPort(int port) {
        return port < 65_536;
    }
}
