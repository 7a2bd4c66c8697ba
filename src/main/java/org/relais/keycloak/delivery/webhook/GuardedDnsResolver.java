package org.relais.keycloak.delivery.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.http.conn.DnsResolver;

/**
 * Resolves a name once; the connection goes to what was looked at here, so that a second, different answer of the name server
 * changes nothing. One forbidden address among several forbids the name.
 */
final class GuardedDnsResolver implements DnsResolver {

    private final AddressPolicy policy;

    GuardedDnsResolver(AddressPolicy policy) {
        this.policy = policy;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        for (InetAddress address : addresses) {
            if (!policy.permits(address)) {
                throw new ForbiddenAddress();
            }
        }
        return addresses;
    }

    /** The name leads to where webhooks may not go. */
    static final class ForbiddenAddress extends UnknownHostException {

        private static final long serialVersionUID = 1L;
    }
}
