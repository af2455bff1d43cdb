package org.parley.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.parley.cli.Ran;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Event;
import org.parley.link.Address;
import org.parley.link.Bounds;
import org.parley.node.Node;
import org.parley.node.NodeFolder;
import org.parley.node.Options;
import org.parley.node.api.Entrance;
import org.parley.node.api.Service;
import org.parley.node.config.Config;
import org.parley.node.control.ControlServer;
import org.parley.node.control.Requests;
import org.parley.node.desk.Release;
import org.parley.node.keys.OneKey;
import org.parley.node.pairing.Pairings;
import org.parley.node.pictures.LinePicture;
import org.parley.picture.LineState;

/** AZURE and BIRCH in this process, each with its folder, its socket and its API, and a line between them. */
final class TwoDesks implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final InetSocketAddress LOOPBACK = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Options OPTIONS =
            new Options(Optional.empty(), InstantSource.system(), RANDOM, Bounds.USUAL, fault -> {
                throw new AssertionError("a node in this process failed", fault);
            });

    private final Path temp;
    private final LineId line;
    private final Map<String, Desk> desks = new TreeMap<>();

    /** A node that is served in this process. */
    private record Desk(Node node, Service service, Pairings pairings, ControlServer control, InetSocketAddress at) {
        static Desk begin(Path folder, Release release) throws IOException {
            Node node = Node.open(folder, OPTIONS);
            Pairings pairings = new Pairings(node);
            Service service = Service.begin(node, pairings, release, Config.USUAL);
            InetSocketAddress at = node.connect(List.of(LOOPBACK), pairings).getFirst();
            Requests requests = new Requests(node, pairings, service.local());
            return new Desk(node, service, pairings, ControlServer.serve(requests, node.socket()), at);
        }

        void end() throws IOException {
            pairings.close();
            try (node) {
                control.close();
                service.close();
            }
        }
    }

    TwoDesks(Path temp, Release release) throws IOException {
        this.temp = temp;
        byte[] id = new byte[16];
        RANDOM.nextBytes(id);
        line = new LineId(HexFormat.of().formatHex(id));
        for (String party : List.of("AZURE", "BIRCH")) {
            NodeFolder.create(folder(party), new PartyName(party), Optional.empty(), OPTIONS);
            desks.put(party, Desk.begin(folder(party), release));
        }
        found();
        desks.keySet().forEach(this::awaitTested);
    }

    /** Waits until the machine of the other has answered: until then a picture counts as old. */
    private void awaitTested(String party) {
        awaitPicture(
                party,
                picture -> picture.members().stream()
                        .filter(member -> !member.equals(picture.me()))
                        .allMatch(peer -> picture.picture()
                                .line(picture.me(), peer, System.currentTimeMillis())
                                .machine()
                                .equals(LineState.Machine.ANSWERED)));
    }

    private void found() {
        List<Event.Founder> members = new ArrayList<>();
        Map<PartyName, Address> addresses = new TreeMap<>();
        desks.forEach((party, desk) -> {
            members.add(new Event.Founder(
                    new PartyName(party), desk.node().identity().rootKey()));
            addresses.put(
                    new PartyName(party), Address.of("127.0.0.1:" + desk.at().getPort()));
        });
        desks.forEach((party, desk) -> {
            Map<PartyName, Address> others = new TreeMap<>(addresses);
            others.remove(new PartyName(party));
            var root = OneKey.read(OneKey.ROOT, desk.node().vault().read(OneKey.ROOT));
            desk.node()
                    .found(line, new PartyName(party), members, others, root)
                    .orTimeout(300, TimeUnit.SECONDS)
                    .join();
        });
    }

    private Desk desk(String party) {
        return Optional.ofNullable(desks.get(party)).orElseThrow();
    }

    Path folder(String party) {
        return temp.resolve(party.toLowerCase(Locale.ROOT));
    }

    LineId line() {
        return line;
    }

    /** The folder where files lie that commands are given. */
    Path file(String name) {
        return temp.resolve(name);
    }

    /** Opens the API of a party over HTTP; its address. */
    String open(String party) throws IOException {
        return desk(party).service().open(new Entrance(LOOPBACK, "127.0.0.1", Set.of("127.0.0.1"), Optional.empty()));
    }

    /** Runs a command of a party: the words of the command, with {@code NODE} for its folder. */
    Ran run(String party, String... words) {
        return Ran.of(Stream.of(words)
                .map(word -> word.equals("NODE") ? folder(party).toString() : word)
                .toArray(String[]::new));
    }

    /** The same of what must succeed; the record that it names first. */
    String say(String party, String... words) {
        Ran ran = run(party, words);
        assertThat(ran.code())
                .as("%s %s: %s", party, String.join(" ", words), ran)
                .isZero();
        return ran.record();
    }

    /** Waits until the picture of a party has this record. */
    void awaitHas(String party, String record) {
        awaitPicture(party, picture -> picture.picture().subject(record).isPresent());
    }

    /** Waits for the first picture of a party of which something is so. */
    void awaitPicture(String party, Predicate<LinePicture> is) {
        CompletableFuture<LinePicture> seen = new CompletableFuture<>();
        var pictures = desk(party).service().pictures();
        pictures.listen(change -> {
            if (change.after().line().equals(line) && is.test(change.after())) {
                seen.complete(change.after());
            }
        });
        pictures.all().stream()
                .filter(picture -> picture.line().equals(line) && is.test(picture))
                .forEach(seen::complete);
        assertThat(seen.orTimeout(300, TimeUnit.SECONDS).join()).isNotNull();
    }

    @Override
    public void close() throws IOException {
        for (Desk desk : desks.values()) {
            desk.end();
        }
    }
}
