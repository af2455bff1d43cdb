package org.parley.node.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import org.parley.ledger.Bytes;

/**
 * Where somebody who signs in sits.
 *
 * @param how the console or the command line
 */
public record Client(InetAddress address, How how) {
    /** Whoever has one address of IPv6 usually has the 2⁶⁴ beside it. */
    private static final int IPV6_NETWORK = 8;

    /** A token and the socket need no sign-in: they are an {@link IllegalArgumentException}. */
    public Client {
        if (how != How.CONSOLE && how != How.CLI) {
            throw new IllegalArgumentException("nobody signs in by " + how);
        }
    }

    /** By what failures are counted. Nothing for this machine itself: it may be a proxy, and then it is everybody. */
    Optional<Bytes> origin() {
        if (address.isLoopbackAddress()) {
            return Optional.empty();
        }
        byte[] bytes = address.getAddress();
        return Optional.of(Bytes.of(address instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK) : bytes));
    }
}
