package org.parley.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.ledger.Refused;

/** Where a peer listens: {@code node.example:7443}, {@code 192.0.2.7:7443}, {@code [2001:db8::7]:7443}. */
public record Address(String host, int port) {
    private static final Pattern FORM =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+(?:%[^\\]]+)?)\\]|([^\\[\\]:/\\s]+)):([0-9]{1,5})");

    public Address {
        if (host.isEmpty() || port < 1 || port > 65_535) {
            throw Refused.malformed("an address is a host and a port from 1 to 65535, not " + host + ":" + port);
        }
    }

    /** Reads the written form; anything else is {@link Refused}. */
    public static Address of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw Refused.malformed("an address is host:port or [IPv6]:port, not " + text);
        }
        String ipv6 = matcher.group(1);
        return new Address(ipv6 != null ? ipv6 : matcher.group(2), Integer.parseInt(matcher.group(3)));
    }

    static Address of(InetSocketAddress socket) {
        return new Address(socket.getAddress().getHostAddress(), socket.getPort());
    }

    /** Looked up anew each time: a peer may move. */
    List<InetSocketAddress> resolve() throws IOException {
        return Stream.of(InetAddress.getAllByName(host))
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
