package org.parley.node.api;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How requests come to the node, and what follows from that for browsers. */
enum Carriage {
    /** In the clear, on this machine alone, or from a proxy on it that speaks TLS to others. */
    CLEAR("parley-session", ""),

    /** Over the node's own TLS. Browsers keep a cookie of this prefix for this host alone, and send it over TLS alone. */
    TLS("__Host-parley-session", "; Secure");

    /** How long browsers that have seen the node over TLS ask it in no other way: a year. */
    private static final Map<String, String> TLS_ALONE = Map.of("strict-transport-security", "max-age=31536000");

    private final String cookie;
    private final String attribute;

    Carriage(String cookie, String attribute) {
        this.cookie = cookie;
        this.attribute = attribute;
    }

    /**
     * The name of the cookie of a session at this host. Cookies know no ports, and in the clear several nodes may be reached on
     * one machine: with the port in its name, none signs out the others.
     */
    String cookie(String host) {
        String port = host.replaceFirst("^.*?(?::([0-9]+))?$", "$1");
        return this == TLS || port.isEmpty() ? cookie : cookie + "-" + port;
    }

    /** What sets the cookie of a session at this host. */
    String setting(String host, String id) {
        return cookie(host) + "=" + id + "; Path=/; HttpOnly; SameSite=Strict" + attribute;
    }

    /**
     * The host that the page of an origin came from; empty where no page of this node has such an origin. Behind a proxy that
     * speaks TLS the page came over TLS, though the request does not.
     */
    Optional<String> host(String origin) {
        String form = this == TLS ? "https://" : "https?://";
        return origin.matches(form + ".+") ? Optional.of(origin.replaceFirst(form, "")) : Optional.empty();
    }

    /**
     * What goes with an answer to this host. Not to {@code localhost}: a browser would then ask other programs of its machine
     * over TLS alone too.
     */
    Map<String, String> headers(String host) {
        return this == CLEAR || host.toLowerCase(Locale.ROOT).startsWith("localhost") ? Map.of() : TLS_ALONE;
    }
}
