package org.parley.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.link.TestNode.next;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ledger.Refused;

class AddressTest {
    private static final byte[] LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    @ParameterizedTest
    @ValueSource(strings = {"node.example:7443", "192.0.2.7:1", "[2001:db8::7]:65535", "[fe80::1%eth0]:7443"})
    void an_address_is_written_as_it_is_read(String text) {
        assertThat(Address.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "node",
                "node:",
                "node:0",
                "node:65536",
                ":7443",
                "2001:db8::7:7443",
                "[node]:1",
                "a b:1",
                "a:1 "
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> Address.of(text)).isInstanceOf(Refused.class);
    }

    @Test
    void links_go_over_ipv6_too() throws Exception {
        InetAddress loopback = InetAddress.getByAddress(LOOPBACK);
        Assumptions.assumeTrue(NetworkInterface.getByInetAddress(loopback) != null, "no IPv6 on this machine");
        try (TestNode listener = new TestNode();
                TestNode dialler = new TestNode()) {
            Address at = Address.of(listener.links.listen(new InetSocketAddress(loopback, 0)));
            dialler.dial(at, listener);
            assertThat(next(dialler.up).peerAddress()).startsWith("[0:0:0:0:0:0:0:1]:");
        }
    }
}
