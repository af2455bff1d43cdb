package org.parley.node.api;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.parley.node.config.Certified;
import org.parley.node.config.Config;
import org.parley.space.Entered;
import org.parley.space.Problem;

/**
 * Where the API is opened over HTTP. Beyond this machine it speaks TLS, or is not opened at all.
 *
 * @param at the address to listen on; port 0 for any that is free
 * @param name by which people reach it, without the port
 * @param hosts all names that a request may call it by, without the port, in small letters
 * @param tls with what it speaks TLS; empty for in the clear
 * @param framedBy the origin whose pages may show the console inside them; empty for none
 */
public record Entrance(
        InetSocketAddress at, String name, Set<String> hosts, Optional<Certified> tls, Optional<String> framedBy) {
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?");

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** What would go in the clear beyond this machine is an {@link IllegalArgumentException}. */
    public Entrance {
        hosts = Set.copyOf(hosts);
        if (framedBy.filter(origin -> !ORIGIN.matcher(origin).matches()).isPresent()) {
            throw new IllegalArgumentException(framedBy.get() + " is no origin");
        }
        if (tls.isEmpty() && !at.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException(at + " is reached from other machines, and there is no TLS");
        }
    }

    /** That no other page may frame. */
    public Entrance(InetSocketAddress at, String name, Set<String> hosts, Optional<Certified> tls) {
        this(at, name, hosts, tls, Optional.empty());
    }

    /** The same, whose console pages of this origin may show inside them; what is no origin is an {@link IllegalArgumentException}. */
    public Entrance framedBy(String origin) {
        return new Entrance(at, name, hosts, tls, Optional.of(origin));
    }

    /**
     * As the settings have it, at an address of which they may know nothing; or everything that is wrong with it.
     *
     * @param host as it was written, without brackets
     * @param at what it means, with the port
     * @param now by which certificates are judged
     */
    public static Entered<Entrance> of(Config.Api settings, String host, InetSocketAddress at, Instant now) {
        List<Problem> problems = new ArrayList<>();
        Optional<Certified> tls = settings.tls().flatMap(files -> switch (Certified.read(files, now)) {
            case Entered.Accepted<Certified>(Certified read, var _) -> Optional.of(read);
            case Entered.Refused<Certified>(List<Problem> wrong) -> {
                problems.addAll(wrong);
                yield Optional.empty();
            }
        });
        InetAddress address = at.getAddress();
        if (settings.tls().isEmpty() && !address.isLoopbackAddress()) {
            problems.add(new Problem(
                    "address of the API",
                    host,
                    "is reached from other machines, and passwords would go there in the clear",
                    "give certificate and key in parley.toml, or listen on 127.0.0.1"));
        }
        if (settings.hostNames().isEmpty() && address.isAnyLocalAddress()) {
            problems.add(new Problem(
                    "address of the API",
                    host,
                    "means every address of this machine, and none by which browsers may call it",
                    "give host-names in parley.toml, or the one address to listen on"));
        }
        return problems.isEmpty()
                ? Entered.accepted(named(settings.hostNames(), host.toLowerCase(Locale.ROOT), at, tls))
                : new Entered.Refused<>(problems);
    }

    private static Entrance named(List<String> hostNames, String host, InetSocketAddress at, Optional<Certified> tls) {
        String own = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        Set<String> hosts = new TreeSet<>(THIS_MACHINE);
        hosts.addAll(hostNames);
        hosts.add(own);
        boolean byName = tls.isPresent() && !hostNames.isEmpty();
        return new Entrance(at, byName ? hostNames.getFirst() : own, hosts, tls);
    }

    /** How requests come in. */
    Carriage carriage() {
        return tls.isPresent() ? Carriage.TLS : Carriage.CLEAR;
    }

    /** What people type into a browser, once it is known on which port it listens. */
    String url(int port) {
        return (tls.isPresent() ? "https://" : "http://") + name + ":" + port;
    }
}
