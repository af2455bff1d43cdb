package org.parley.node.config;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.parley.link.Address;
import org.parley.node.access.SignInLimits;
import org.parley.node.chart.Chart;
import org.parley.node.config.Config.Alarms;
import org.parley.node.config.Config.Api;
import org.parley.node.config.Config.Languages;
import org.parley.node.config.Config.Log;
import org.parley.node.config.Config.Release;
import org.parley.node.config.Config.Tls;
import org.parley.node.config.Config.Watch;
import org.parley.node.home.PrivateFile;
import org.parley.space.Entered;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** Makes of the text of a file what it says, and checks what no setting alone is wrong about. */
final class Parsed {
    static final String FILE = "parley.toml";

    private final Path folder;
    private final Given given;

    private Parsed(Path folder, Given given) {
        this.folder = folder;
        this.given = given;
    }

    /** What a text says, for the node of a folder; or everything that is wrong with it. */
    static Entered<Config> of(String text, Path folder) {
        JsonNode tables;
        try {
            tables = Given.TOML.readTree(text);
        } catch (JacksonException wrong) {
            return notToml(wrong);
        }
        Given given = new Given(tables, new Lines(text));
        Config config = new Parsed(folder, given).config();
        return given.problems().isEmpty() ? Entered.accepted(config) : new Entered.Refused<>(given.problems());
    }

    private static Entered<Config> notToml(JacksonException wrong) {
        Optional<TokenStreamLocation> at = Optional.ofNullable(wrong.getLocation());
        return Entered.refused(
                FILE + at.map(place -> ", line " + place.getLineNr()).orElse(""),
                at.map(place -> "column " + place.getColumnNr()).orElse("its text"),
                "is not TOML: " + wrong.getOriginalMessage(),
                "settings are lines NAME = VALUE under a line [TABLE], texts in quotes");
    }

    private Config config() {
        return new Config(
                api(),
                signIn(),
                new Release(given.value(Keys.TWO_PERSON), given.value(Keys.KINDS)),
                new Watch(given.value(Keys.LADDER)),
                languages(),
                new Log(given.value(Keys.FORMAT), given.value(Keys.LEVEL)),
                new Alarms(
                        given.value(Keys.CONFLICT_BEFORE),
                        given.value(Keys.STABLE_AFTER),
                        given.value(Keys.SILENCED_FOR),
                        given.value(Keys.MOST_PER_HOUR)),
                given.value(Keys.KEEP),
                map());
    }

    private Api api() {
        Address listen = given.value(Keys.LISTEN);
        List<String> hostNames = given.value(Keys.HOST_NAMES);
        Optional<Tls> tls = tls();
        Optional<InetAddress> literal = literal(listen.host());
        boolean thisMachine = listen.host().equals("localhost")
                || literal.filter(InetAddress::isLoopbackAddress).isPresent();
        if (!thisMachine && tls.isEmpty()) {
            given.add(
                    Keys.LISTEN.path(),
                    listen.toString(),
                    "is reached from other machines, and passwords would go there in the clear",
                    "give certificate and key, or listen on 127.0.0.1");
        }
        if (hostNames.isEmpty()
                && literal.filter(InetAddress::isAnyLocalAddress).isPresent()) {
            given.add(
                    Keys.LISTEN.path(),
                    listen.toString(),
                    "means every address of this machine, and none by which browsers may call it",
                    "give host-names, or the one address to listen on");
        }
        return new Api(listen, tls, hostNames);
    }

    /** A name is not looked up: what it means may be another thing tomorrow. */
    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }

    private Optional<Tls> tls() {
        Optional<Path> certificate = file(Keys.CERTIFICATE, Keys.KEY);
        Optional<Path> key = file(Keys.KEY, Keys.CERTIFICATE);
        key.filter(file -> Files.isRegularFile(file) && !PrivateFile.isPrivate(file))
                .ifPresent(file -> given.add(
                        Keys.KEY.path(), file.toString(), "may be read by others than its owner", "chmod 600 it"));
        return certificate.flatMap(file -> key.map(secret -> new Tls(file, secret)));
    }

    private Optional<Path> file(Key<Path> key, Key<Path> other) {
        Optional<Path> file = given.find(key).map(folder::resolve);
        file.ifPresent(path -> {
            if (!Files.isReadable(path) || !Files.isRegularFile(path)) {
                given.add(key.path(), path.toString(), "is no file that can be read", "give another, or put it there");
            }
            if (!given.has(other)) {
                given.add(key.path(), path.toString(), "is of no use alone", "give " + other.name() + " too");
            }
        });
        return file;
    }

    private Optional<Path> map() {
        Optional<Path> file = given.find(Keys.MAP).map(folder::resolve);
        file.map(Chart::open).ifPresent(opened -> {
            switch (opened) {
                case Entered.Accepted<Chart> read -> read.value().close();
                case Entered.Refused<Chart> refused ->
                    refused.problems()
                            .forEach(why -> given.add(Keys.MAP.path(), why.value(), why.reason(), why.wayOut()));
            }
        });
        return file;
    }

    private SignInLimits signIn() {
        Duration idle = given.value(Keys.IDLE);
        Duration absolute = given.value(Keys.ABSOLUTE);
        if (idle.compareTo(absolute) > 0) {
            given.add(
                    Keys.IDLE.path(),
                    Amounts.text(idle),
                    "is longer than a session lasts at all, " + Amounts.text(absolute),
                    "give less, or more as " + Keys.ABSOLUTE.name());
            idle = absolute;
        }
        return new SignInLimits(idle, absolute, given.value(Keys.ATTEMPTS));
    }

    private Languages languages() {
        var first = given.value(Keys.FIRST);
        var offered = given.value(Keys.OFFERED);
        if (!offered.contains(first)) {
            given.add(
                    Keys.FIRST.path(),
                    first.toString(),
                    "is none of those that are offered",
                    "add it to " + Keys.OFFERED.name() + ", or give one of them");
        }
        return new Languages(first, offered);
    }
}
