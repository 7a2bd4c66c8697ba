package org.relais.keycloak.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    private static final AddressPolicy STRICT = AddressPolicy.of(false, List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void what_only_the_server_can_reach_is_forbidden(String address) throws UnknownHostException {
        assertThat(STRICT.permits(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "192.169.0.1", "9.255.255.255", "2a01:e0a::1", "2606:4700::1111"})
    void what_everybody_can_reach_is_permitted(String address) throws UnknownHostException {
        assertThat(STRICT.permits(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void the_server_may_allow_blocks_and_the_loopback_address() throws UnknownHostException {
        AddressPolicy policy = AddressPolicy.of(false, List.of("10.1.0.0/16", "fd00:1::/32"));

        assertThat(policy.permits(InetAddress.getByName("10.1.255.1"))).isTrue();
        assertThat(policy.permits(InetAddress.getByName("10.2.0.1"))).isFalse();
        assertThat(policy.permits(InetAddress.getByName("fd00:1::7"))).isTrue();
        assertThat(policy.permits(InetAddress.getByName("127.0.0.1"))).isFalse();
        assertThat(AddressPolicy.of(true, List.of()).permits(InetAddress.getByName("::1")))
                .isTrue();
        assertThat(AddressPolicy.of(true, List.of()).permits(InetAddress.getByName("10.0.0.1")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"intranet.example/8", "10.0.0.0/x", "", "10.1/16/3", "10.0.0.0/33"})
    void what_is_no_block_is_refused_and_never_looked_up(String block) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressPolicy.of(false, List.of(block)));
    }
}
