package org.parley.node.pairing;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Refused;
import org.parley.link.Address;

/** Where this node says that it can be dialled: where it listens, unless that says nothing to another machine. */
final class Reach {
    private Reach() {}

    /** For an invitation, which needs one; {@link Refused} where it must be said. */
    static Address ofInviter(List<InetSocketAddress> listening) {
        if (listening.isEmpty()) {
            throw new Refused(
                    Refused.Reason.UNKNOWN,
                    "this node listens nowhere, so nobody can be invited to dial it: serve it with --listen HOST:PORT");
        }
        return listening.stream()
                .filter(at -> !at.getAddress().isAnyLocalAddress())
                .findFirst()
                .map(Reach::address)
                .orElseThrow(() -> new Refused(
                        Refused.Reason.UNKNOWN,
                        "this node listens on all addresses of its machine: say with --address HOST:PORT at which one the"
                                + " other side reaches it"));
    }

    /** For a joiner, if there is one that its inviter can use: a loopback address only if the inviter has one too. */
    static Optional<Address> ofJoiner(List<InetSocketAddress> listening, Address inviter) {
        return listening.stream()
                .filter(at -> !at.getAddress().isAnyLocalAddress())
                .filter(at -> !at.getAddress().isLoopbackAddress() || isLoopback(inviter.host()))
                .findFirst()
                .map(Reach::address);
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    private static Address address(InetSocketAddress at) {
        String host = at.getAddress().getHostAddress();
        return Address.of((host.contains(":") ? "[" + host + "]" : host) + ":" + at.getPort());
    }
}
