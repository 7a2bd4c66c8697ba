package org.relais.keycloak.delivery.webhook;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses a webhook may call: public ones, and those that the operator of the server allows. An administrator of a
 * realm must not reach what only the server can.
 */
record AddressPolicy(boolean loopback, List<Block> allowed) {

    /** IANA's registries of special-purpose addresses, as far as Java does not know them. */
    private static final List<Block> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "100.64.0.0/10",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "240.0.0.0/4",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "fc00::/7")
            .map(Block::of)
            .toList();

    static AddressPolicy of(boolean loopback, List<String> allowed) {
        return new AddressPolicy(loopback, allowed.stream().map(Block::of).toList());
    }

    boolean permits(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return loopback;
        }
        return allowed.stream().anyMatch(block -> block.contains(address)) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        return !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && SPECIAL.stream().noneMatch(block -> block.contains(address));
    }

    /** A block of addresses, {@code 10.1.0.0/16}; without a length, one address. */
    record Block(byte[] start, int length) {

        Block {
            if (length < 0 || length > start.length * 8) {
                throw new IllegalArgumentException("Not the length of a block of addresses: " + length);
            }
        }

        static Block of(String text) {
            String[] parts = text.strip().split("/", 2);
            if (!parts[0].matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
                throw new IllegalArgumentException("Not a block of addresses: " + text);
            }
            try {
                byte[] start = InetAddress.getByName(parts[0]).getAddress();
                return new Block(start, parts.length == 1 ? start.length * 8 : Integer.parseInt(parts[1]));
            } catch (UnknownHostException none) {
                throw new IllegalArgumentException("Not a block of addresses: " + text, none);
            }
        }

        boolean contains(InetAddress address) {
            byte[] bytes = address.getAddress();
            if (bytes.length != start.length) {
                return false;
            }
            int free = bytes.length * 8 - length;
            return new BigInteger(1, bytes).shiftRight(free).equals(new BigInteger(1, start).shiftRight(free));
        }
    }
}
