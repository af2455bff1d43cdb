package org.parley.ledger.pairing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a node can be dialled: {@code node.example:7411}, {@code 192.0.2.1:7411}, {@code [2001:db8::1]:7411}. The host is
 * in lower case and need not exist.
 */
public record Address(String host, int port) {
    // At most 253 characters, the longest name that DNS knows.
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]|[a-z0-9][a-z0-9.-]{0,251}[a-z0-9]|\\[[0-9a-f:.]{2,45}]");
    private static final Pattern FORM = Pattern.compile("(.{1,253}):([1-9][0-9]{0,4})");

    /** Any other form is an {@link IllegalArgumentException}. */
    public Address {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "a host is a name of small letters, digits, dots and hyphens, an IPv4 address, or an IPv6 address in []");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port is a number from 1 to 65535");
        }
    }

    /** Reads {@code host:port}; any other form is an {@link IllegalArgumentException}. */
    public static Address of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("an address is written host:port");
        }
        return new Address(form.group(1), Integer.parseInt(form.group(2)));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
