package org.relais.keycloak.delivery.target;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The address of an application as an administrator wrote it: https, or http to this machine where that is allowed. */
public final class TargetAddress {

    private static final List<String> THIS_MACHINE = List.of("127.0.0.1", "localhost", "[::1]");

    private TargetAddress() {}

    /** Whether a secret may travel there. It has a host, and neither credentials nor a fragment. */
    public static boolean isValid(String url, boolean httpToThisMachine) {
        try {
            URI uri = URI.create(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            String host = uri.getHost();
            return host != null
                    && !host.isEmpty()
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && (scheme.equals("https")
                            || scheme.equals("http") && httpToThisMachine && THIS_MACHINE.contains(host));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
