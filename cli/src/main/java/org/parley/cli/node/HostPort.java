package org.parley.cli.node;

import java.net.InetSocketAddress;
import org.parley.cli.BadInput;

/** Reads {@code HOST:PORT} as an option gives it; unlike a peer's address its port may be 0, for any that is free. */
final class HostPort {
    private HostPort() {}

    /** The address, resolved where that is possible; {@link BadInput}, which names the option, where it is none. */
    static InetSocketAddress of(String option, String text) {
        String host = host(text);
        String port = text.substring(text.lastIndexOf(':') + 1);
        if (host.isEmpty() || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new BadInput(option + " " + text + " is not HOST:PORT", "for example " + option + " 0.0.0.0:7443");
        }
        return new InetSocketAddress(host, Integer.parseInt(port));
    }

    /** The host, without the brackets of IPv6; empty where there is none. */
    static String host(String text) {
        int colon = text.lastIndexOf(':');
        return colon < 0 ? "" : text.substring(0, colon).replaceAll("^\\[(.*)]$", "$1");
    }
}
